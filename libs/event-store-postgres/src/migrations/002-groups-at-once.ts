import { escapeLiteral } from 'pg'
import type { Names } from '../names.ts'

/**
 * `append_events` as in the first form, and quicker for the usual group: one event each, to as many streams, each where it should be.
 * One statement writes that, where the first form had two for each append. Any other group is written one append after the other, as before.
 */
export const groupsAtOnce = ({ quotedSchema, lock }: Names): string => `
  CREATE OR REPLACE FUNCTION ${quotedSchema}.append_events(
    _streams text[], _expected bigint[], _counts integer[],
    _ids uuid[], _types text[], _versions integer[], _metadata text[], _offsets integer[], _sizes integer[], _data bytea
  ) RETURNS TABLE (written boolean, at_revision bigint, at_position bigint) LANGUAGE plpgsql AS ${escapeLiteral(appendEvents(quotedSchema, lock))}`

const appendEvents = (schema: string, lock: string) => `
  DECLARE
    _head bigint;
    _actuals bigint[];
    _actual bigint;
    _wanted bigint;
    _now bigint;
    _first integer := 1;
    _last integer;
    _there integer;
  BEGIN
    -- An answer that the disk doesn't have yet is no answer.
    IF current_setting('synchronous_commit') = 'off' THEN PERFORM set_config('synchronous_commit', 'on', true); END IF;
    PERFORM pg_advisory_xact_lock(${lock});
    SELECT coalesce(max(position), 0) INTO _head FROM ${schema}.event;
    _now := floor(extract(epoch FROM clock_timestamp()) * 1000);
    -- No append has less than one event, so there is one for each.
    IF cardinality(_ids) = cardinality(_streams) AND cardinality(_streams) > 1
       AND (SELECT count(DISTINCT stream COLLATE "C") FROM unnest(_streams) AS stream) = cardinality(_streams) THEN
      _actuals := ARRAY(SELECT coalesce((SELECT max(revision) FROM ${schema}.event WHERE event.stream = asked.stream), -1)
        FROM unnest(_streams) WITH ORDINALITY AS asked (stream, n) ORDER BY n);
      IF NOT EXISTS (SELECT FROM unnest(_expected, _actuals) AS asked (expected, actual) WHERE expected <> actual) THEN
        INSERT INTO ${schema}.event (position, stream, revision, id, type, version, metadata, data, recorded_at)
          SELECT _head + n, stream, actual + 1, id, type, version, metadata, substring(_data FROM start FOR size), _now
          FROM unnest(_streams, _actuals, _ids, _types, _versions, _metadata, _offsets, _sizes)
            WITH ORDINALITY AS given (stream, actual, id, type, version, metadata, start, size, n) ORDER BY n;
        RETURN QUERY SELECT true, actual + 1, _head + n FROM unnest(_actuals) WITH ORDINALITY AS given (actual, n) ORDER BY n;
        RETURN;
      END IF;
    END IF;
    FOR _append IN 1 .. cardinality(_streams) LOOP
      _last := _first + _counts[_append] - 1;
      SELECT coalesce(max(revision), -1) INTO _actual FROM ${schema}.event WHERE stream = _streams[_append];
      _wanted := coalesce(_expected[_append], _actual);
      IF _wanted = _actual THEN
        INSERT INTO ${schema}.event (position, stream, revision, id, type, version, metadata, data, recorded_at)
          SELECT _head + n, _streams[_append], _actual + n, id, type, version, metadata, substring(_data FROM start FOR size), _now
          FROM unnest(_ids[_first:_last], _types[_first:_last], _versions[_first:_last], _metadata[_first:_last], _offsets[_first:_last], _sizes[_first:_last])
            WITH ORDINALITY AS given (id, type, version, metadata, start, size, n);
        _head := _head + _counts[_append];
        written := true;
        at_revision := _actual + _counts[_append];
        at_position := _head;
      ELSE
        -- The same ids at the same place: an earlier try of which the answer was lost.
        SELECT count(*), max(event.position) INTO _there, at_position
          FROM unnest(_ids[_first:_last]) WITH ORDINALITY AS given (id, n)
          JOIN ${schema}.event ON event.stream = _streams[_append] AND event.revision = _wanted + given.n AND event.id = given.id;
        written := _there = _counts[_append];
        at_revision := CASE WHEN written THEN _wanted + _counts[_append] ELSE _actual END;
      END IF;
      RETURN NEXT;
      _first := _last + 1;
    END LOOP;
  END`
