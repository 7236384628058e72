import type { erasing as nl } from '../../nl/refusals/erasing.ts'

export const erasing: Record<keyof typeof nl, string> = {
  'not-privacy-officer': 'Only the privacy officer decides about this.',
  'erasure-unknown': 'There is no such request to erase.',
  'erasure-decided': 'This request has been decided already.',
  'erasure-not-granted': 'It has not been decided to erase.',
  'erasure-not-begun': 'Erasing has not begun yet.',
  'erasure-underway': 'There is a request about this person already.',
  'records-missing': 'Choose at least one record.',
  'records-differ': 'Choose only records of the request, each once.',
  'controller-has-not-agreed': 'Fill in on which day the other organisation agreed.',
  'asked-by-too-few': 'Not everybody who has to ask has asked. Under twelve all parents with authority ask together.',
  'authority-unknown': 'It is not known who has authority over this child.',
  'not-yours-to-ask': 'You can ask this only for yourself, or for a child over whom you have authority.',
  'request-decided': 'This request has been decided already.',
  'restriction-underway': 'You asked this already. You will hear within a month what we decide.',
  'restriction-not-set': 'This is not shut.',
  'recipients-missing': 'Nobody has read this who still has to hear of it.',
  'finding-judged': 'This has been judged already. Look at the list again.',
  'finding-not-judged': 'This has not been judged yet.',
  'retention-not-ended': 'The time to keep it is not over yet.',
  'minimum-not-reached': 'In Belgium this record must be kept for now. It cannot be erased on request yet.',
}
