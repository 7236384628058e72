import { escapeLiteral } from 'pg'
import type { Names } from '../names.ts'

/**
 * The log, and the one way to write it.
 *
 * `append_events` takes a group of appends and writes what can be written, in the transaction it is called in.
 * It takes the lock of the store first and keeps it until the commit, so positions become visible in their order.
 * One row comes back for each append: written, and where its last event stands; or not, and where the stream ends (-1: nowhere).
 *
 * - `_expected`: the last revision, -1 for no events, null for whatever there is
 * - `_counts`: how many of the events below belong to each append
 * - `_offsets`, `_sizes`: where the data of each event lies in `_data`, in bytes from 1
 *
 * `recorded_at` is in milliseconds since 1970.
 */
export const firstForm = ({ quotedSchema, lock }: Names): string => `
  CREATE TABLE ${quotedSchema}.event (
    position bigint PRIMARY KEY,
    stream text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    id uuid NOT NULL,
    type text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    metadata text NOT NULL,
    data bytea NOT NULL,
    recorded_at bigint NOT NULL,
    UNIQUE (stream, revision)
  );
  -- Sealed bytes don't get smaller; nobody should try.
  ALTER TABLE ${quotedSchema}.event ALTER COLUMN data SET STORAGE EXTERNAL;
  CREATE FUNCTION ${quotedSchema}.append_events(
    _streams text[], _expected bigint[], _counts integer[],
    _ids uuid[], _types text[], _versions integer[], _metadata text[], _offsets integer[], _sizes integer[], _data bytea
  ) RETURNS TABLE (written boolean, at_revision bigint, at_position bigint) LANGUAGE plpgsql AS ${escapeLiteral(appendEvents(quotedSchema, lock))}`

const appendEvents = (schema: string, lock: string) => `
  DECLARE
    _head bigint;
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
