import type { plan as nl } from '../../nl/refusals/plan.ts'

export const plan: Record<keyof typeof nl, string> = {
  'safety-has-its-own-track': 'Concerns about safety belong in the safety track.',
  'four-parts-missing': 'Fill in all four parts, or choose a short note.',
  'details-missing': 'Also fill in what belongs to this kind of contribution.',
  'age-impossible': 'The age is a number of whole months, from {least} to {most}.',
  'question-closed': 'This question is done. Ask a new one.',
  'colleague-may-not-read': 'This colleague may read nothing about this now. Ask for consent first, or ring.',
  'document-too-large': 'This file is too large: at most {most} MB.',
  'document-empty': 'This file is empty.',
  'document-type': 'This kind of file is not taken. Choose a PDF, a picture (JPG or PNG) or plain text.',
  'document-damaged': 'This file is damaged. Make it again, or choose another.',
  'document-unsafe': 'Something dangerous was found in this file. It was not kept.',
  'document-unscanned': 'Files cannot be checked right now. Try again later.',
  'level-text-missing': 'Write for every level what you would see.',
  'level-outside-scale': 'This level does not belong to this scale.',
  'score-outside-scale': 'This score does not belong to this scale.',
  'scale-has-scores': 'The scale stays as it is: there are scores already.',
  'setting-missing': 'Choose where this holds.',
  'too-early': 'The time to call has not passed yet.',
  'no-substitute': 'There is no substitute now.',
  'prompt-closed': 'This question to the team was closed already.',
}
