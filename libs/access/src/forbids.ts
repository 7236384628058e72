import {
  childOwners, comesFor, hasLabel, isAuthor, isCare, isCategory, isClosed, isClosedForSafety, isEmployed, isInTeam, isLogLine, isOfAChild, isOfAnotherAdult,
  isOneOf, isOpenInEmergency, isOwnAppointment, isOwnOrganisation, isPortal, isPrivacyOfficer, isRecordedAfterTeam, isReleasedToViewer,
  isShieldedFromViewer, isSoleOwner, isTrackMember, mentionsOtherParent, mentionsProtectedPerson, protectedPersons, staffOf, startedInTeam,
  type Question,
} from './circumstances.ts'
import type { Child } from './facts.ts'
import { ageOn } from './moments.ts'
import { forbid } from './policy.ts'

// ── F03: place and time

const isOwnPlaceOrTime = (question: Question): boolean =>
  isCategory(question, 'contact', 'planning') && isSoleOwner(question) || isOwnAppointment(question)

const wouldLocateProtectedPerson = (question: Question): boolean =>
  protectedPersons(question).length > 0 && (isOneOf(question, 'readLocating') || hasLabel(question, 'contact', 'planning'))

const wouldLocateInHighConflict = (question: Question): boolean =>
  question.facts.highConflict !== undefined &&
  (hasLabel(question, 'planning') || isOneOf(question, 'readLocating') && mentionsOtherParent(question))

// ── F04: the safety track

const isSafetySharedWithParent = (question: Question): boolean => {
  const { discussedWithParents, investigated } = question.facts.safety
  return isReleasedToViewer(question) || discussedWithParents && !investigated.includes(question.viewer.person)
}

const isOutsideSafetyTrack = (question: Question): boolean => isPortal(question)
  ? !isSafetySharedWithParent(question)
  : !isLogLine(question) && !isTrackMember(question) && !isAuthor(question)

// ── F06: purpose

const comesForSomethingAllowed = (question: Question): boolean =>
  isCare(question) && comesFor(question, 'treatment') ||
  isOpenInEmergency(question) ||
  isCare(question) && comesFor(question, 'legalClaim') && isOwnOrganisation(question) ||
  isPrivacyOfficer(question) && comesFor(question, 'accountability') && isLogLine(question)

// ── F07: own family, excluded by name, juvenile court

const isKeptOut = (question: Question): boolean => {
  const { viewer, facts } = question
  return facts.ownFamily.includes(viewer.person) ||
    facts.excluded.includes(viewer.person) && !isOwnOrganisation(question) ||
    facts.jurisdiction === 'BE' && staffOf(question)?.discipline === 'juvenileCourt'
}

// ── F09: the young person decides (G-12)

const ageOfConfidence = 12
const ageOfDecision = 16

const decidesAlone = (child: Child, { facts, now }: Question): boolean => facts.jurisdiction === 'NL'
  ? ageOn(child.born, now.today) >= ageOfDecision && child.judgedCapable !== false
  : child.judgedCapable === true

const toldInConfidence = (child: Child, { entry, facts, now }: Question): boolean =>
  entry.inConfidence && (ageOn(child.born, now.today) >= ageOfConfidence || facts.jurisdiction === 'BE' && child.judgedCapable === true)

const isYoungPersonsToShare = (question: Question): boolean => childOwners(question).some((child) =>
  !child.letsParentsRead && decidesAlone(child, question) || toldInConfidence(child, question))

// ── F10: after the team, the employment or the case

const hasEndedInCare = (question: Question): boolean => {
  if (isOpenInEmergency(question)) return !isOneOf(question, 'seeExistence', 'read', 'readLocating')
  const leftTeam = startedInTeam(question) && !isInTeam(question)
  return isClosed(question) && (isOneOf(question, 'annotate') || !isOwnOrganisation(question)) ||
    leftTeam && (isOneOf(question, 'annotate', 'export', 'readLocating') || isRecordedAfterTeam(question))
}

const hasEnded = (question: Question): boolean => isPortal(question)
  ? isClosed(question) && isOneOf(question, 'annotate')
  : !isEmployed(question) || isCare(question) && hasEndedInCare(question)

export const forbids = [
  forbid('F01', {
    sentence: {
      nl: 'Niemand leest via het portaal over een andere volwassene, ook niet wanneer die inlogde.',
      en: 'The portal never shows another adult, nor their logins.',
    },
    basis: 'professional secrecy; GDPR 15(4)',
    holds: (question) => isPortal(question) && isOfAnotherAdult(question) && !isOwnAppointment(question),
  }),
  forbid('F02', {
    sentence: { nl: 'Een stuk dat een beschermde persoon noemt, is weg.', en: 'An entry that mentions a protected person is absent.' },
    basis: 'WGBO 7:456 last sentence; GDPR 15(4) (check)',
    holds: (question) => isPortal(question) && mentionsProtectedPerson(question) && !isSoleOwner(question) && !isAuthor(question),
  }),
  forbid('F03', {
    sentence: {
      nl: 'Waar en wanneer iemand is, blijft weg zolang die persoon beschermd is of bij hoog conflict.',
      en: 'Place and time stay away under protection or high conflict.',
    },
    basis: 'GDPR 5(1)(c), 15(4); safety',
    holds: (question) => isPortal(question) && !isOwnPlaceOrTime(question) && (wouldLocateProtectedPerson(question) || wouldLocateInHighConflict(question)),
  }),
  forbid('F04', {
    sentence: {
      nl: 'Het veiligheidsspoor bestaat niet voor wie er niet in werkt, tot het met deze ouder besproken of vrijgegeven is.',
      en: "The safety track doesn't exist outside it until discussed with or released to this parent.",
    },
    basis: 'Meldcode; Jeugdwet 7.3.11; WGBO 7:457 (check)',
    holds: (question) => hasLabel(question, 'safety') && isOutsideSafetyTrack(question),
  }),
  forbid('F05', {
    sentence: { nl: 'Zonder tweede factor gaat er niets open.', en: 'Nothing opens without a second factor.' },
    basis: 'NEN 7510; eIDAS substantial (check)',
    holds: ({ viewer }) => !viewer.secondFactor,
  }),
  forbid('F06', {
    sentence: {
      nl: 'Wie niet voor behandeling, nood of verantwoording komt, ziet geen dossier.',
      en: 'Other purposes and roles see no case data.',
    },
    basis: 'GDPR 5(1)(b), 32',
    holds: (question) => !isPortal(question) && !comesForSomethingAllowed(question),
  }),
  forbid('F07', {
    sentence: {
      nl: 'Eigen familie, met name uitgesloten hulpverleners en (BE) de jeugdrechter lezen niet mee.',
      en: "Own family, providers excluded by name and (BE) juvenile court don't read.",
    },
    basis: 'BE eHealth exclusion; IJH decree 75; professional codes (check)',
    holds: (question) => !isPortal(question) && isKeptOut(question),
  }),
  forbid('F08', {
    sentence: {
      nl: 'Wat een professional voor deze persoon afschermde of sloot, is weg.',
      en: 'What a professional shielded from or closed to this person is absent.',
    },
    basis: "Jeugdwet 7.3.11; BW 7:457 end; BE patients' rights act on the representative (check)",
    holds: (question) => isPortal(question) && (isShieldedFromViewer(question) || isClosedForSafety(question) && isOfAChild(question)),
  }),
  forbid('F09', {
    sentence: { nl: 'Een jongere die dat kan wegen, beslist zelf wat ouders lezen.', en: 'A capable young person decides what parents read.' },
    basis: "NL WGBO 7:447, 7:457(3), Jeugdwet (12, 16); BE patients' rights act, decree legal position of minors (check)",
    holds: (question) => isPortal(question) && isYoungPersonsToShare(question),
  }),
  forbid('F10', {
    sentence: { nl: 'Na het team, het dienstverband of de zaak houdt meelezen op.', en: 'Reading along ends with team, employment or case.' },
    basis: 'WGBO 7:457; GDPR 5(1)(e) (check)',
    holds: hasEnded,
  }),
  forbid('F11', {
    sentence: {
      nl: 'Een stuk waarvan de verwerking beperkt is, blijft dicht; alleen het bestaan blijft.',
      en: 'A restricted entry stays shut; only its existence remains.',
    },
    basis: 'GDPR 18(2)',
    holds: (question) => !isPortal(question) && question.entry.restricted && !comesFor(question, 'legalClaim') &&
      !isLogLine(question) && !isOneOf(question, 'seeExistence'),
  }),
  forbid('F12', {
    sentence: { nl: 'Een concept of werkaantekening is alleen voor wie het schreef.', en: "A draft or working note is its author's alone." },
    basis: 'GDPR 5(1)(d); personal notes NL practice, BE 2024 (check)',
    holds: (question) => (question.entry.draft || question.entry.category === 'workingNote') && !isAuthor(question),
  }),
] as const
