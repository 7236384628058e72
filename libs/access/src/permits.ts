import {
  agreementsWithExchange, childOwners, consentOnContact, consentOnEntry, isAddressee, isAuthor, isCare, isCategory, isCoordinatorInOffice,
  isInTeam, isLogLine, isOfAChild, isOneOf, isOpenInEmergency, isOwnAppointment, isOwnDiscipline, isOwner, isOwnOrganisation, isPortal, isPrivacyOfficer,
  isReleasedToViewer, isTrackMember, isYouthCareExchange, hasLabel, startedInTeam, worksInGroup, type Question,
} from './circumstances.ts'
import { holdsAuthority } from './authority.ts'
import { permit } from './policy.ts'

// ── P03: consent

/** Consent opens this entry; BE youth care needs its three conditions as well, and may then do without a yes about a child. */
const isOpenedByConsent = (question: Question): boolean => {
  const consent = consentOnEntry(question)
  if (!isYouthCareExchange(question)) return consent === 'grant'
  const agreements = agreementsWithExchange(question)
  return agreements.length > 0 && consent === 'grant' ||
    agreements.includes('soughtNotObtained') && isAboutAChildAlone(question) && consent !== 'objection'
}

const isAboutAChildAlone = ({ entry }: Question): boolean => ['child', 'sibling', 'surroundings'].includes(entry.subject.kind)

/** An addressed referrer or consultant: the message, and nothing else. */
const isMessageToViewer = (question: Question): boolean =>
  isAddressee(question) && (question.entry.kind === 'feedback' || question.entry.kind === 'consult')

/** What consent lets somebody do: read; and in the team also remark, find the place if that is shared too, and print the plan. */
const isWithinConsent = (question: Question): boolean => {
  if (isOneOf(question, 'seeExistence', 'read')) return true
  if (!startedInTeam(question)) return false
  switch (question.action) {
    case 'annotate': return true
    case 'readLocating': return isCategory(question, 'contact', 'planning') || consentOnContact(question) === 'grant'
    case 'export': return isCategory(question, 'plan')
    default: return false
  }
}

// ── P04: existence

const isSecretToCoordinator = (question: Question): boolean =>
  question.entry.subject.kind === 'unborn' || question.entry.secret || consentOnEntry(question) === 'objection'

// ── P05: authority

/** Authority over every child whose record it is, today and on the day it was recorded (G-06). */
const holdsAuthorityThenAndNow = (question: Question): boolean => {
  const { viewer, entry, facts, now } = question
  return isOfAChild(question) && childOwners(question).every((child) =>
    holdsAuthority(viewer.person, child.person, now.today, facts) && holdsAuthority(viewer.person, child.person, entry.recorded, facts))
}

export const permits = [
  permit('P01', {
    sentence: {
      nl: 'Wie iets schreef, leest het eigen stuk zolang hij bij die organisatie werkt.',
      en: 'Authors keep their own entry while they work for its organisation.',
    },
    basis: 'WGBO 7:454 BW; GDPR 5(1)(f) (check)',
    holds: (question) => isAuthor(question) && (isPortal(question) || isOwnOrganisation(question)) &&
      isOneOf(question, 'seeExistence', 'read', 'readLocating', 'annotate', 'export'),
  }),
  permit('P02', {
    sentence: {
      nl: 'Een directe collega van dezelfde discipline in het team leest het eigen dossier.',
      en: "A direct colleague (same organisation, discipline, team) reads the organisation's record.",
    },
    basis: 'WGBO 7:457(2) BW; Jeugdwet 7.3.11 (check)',
    holds: (question) => !isPortal(question) && startedInTeam(question) && isOwnOrganisation(question) && isOwnDiscipline(question) &&
      isOneOf(question, 'seeExistence', 'read', 'readLocating', 'annotate', 'export'),
  }),
  permit('P03', {
    sentence: {
      nl: 'Een teamlid leest bij een andere organisatie als de betrokkene dat goedvindt; een aangeschreven verwijzer of adviseur leest zo alleen het bericht aan hem.',
      en: "With consent a team member reads another organisation's entry; an addressed referrer or consultant only the message.",
    },
    basis: 'GDPR 9(2)(a); WGBO 7:457(1); Wabvpz 15a; BE shared secrecy 458 Sw., IJH decree 72-75 (check)',
    holds: (question) => !isPortal(question) && (startedInTeam(question) || isMessageToViewer(question)) &&
      isWithinConsent(question) && isOpenedByConsent(question),
  }),
  permit('P04', {
    sentence: {
      nl: 'De coördinator ziet dát er iets is en kan om toestemming vragen.',
      en: 'The coordinator sees that something exists, to ask consent.',
    },
    basis: 'GDPR 6, 9(2)(h) (check)',
    holds: (question) => isOneOf(question, 'seeExistence') && isCoordinatorInOffice(question) && !isSecretToCoordinator(question),
  }),
  permit('P05', {
    sentence: {
      nl: 'Wie nu gezag heeft, leest wat tijdens gezag over het kind is vastgelegd.',
      en: 'A holder of authority reads what was recorded while holding it.',
    },
    basis: "WGBO 7:456, 7:465 BW; Jeugdwet 7.3.10, 7.3.15; BE patients' rights act (representation of minors), art. 373-374 old Civil Code (check)",
    holds: (question) => isPortal(question) && holdsAuthorityThenAndNow(question) && !(isOneOf(question, 'readLocating') && hasLabel(question, 'planning')),
  }),
  permit('P06', {
    sentence: { nl: 'Iedere volwassene leest het eigen dossier.', en: 'Every adult reads the own record.' },
    basis: "GDPR 15; WGBO 7:456 BW; BE patients' rights act art. 9",
    holds: (question) => isPortal(question) && !isOfAChild(question) && isOwner(question),
  }),
  permit('P07', {
    sentence: {
      nl: 'In levensgevaar leest een hulpverlener over de persoon die in nood is.',
      en: 'In an emergency a professional reads about the person in danger.',
    },
    basis: 'GDPR 9(2)(c); WGBO 7:466(2) BW (check)',
    holds: (question) => isOpenInEmergency(question) && isOneOf(question, 'seeExistence', 'read', 'readLocating'),
  }),
  permit('P08', {
    sentence: {
      nl: 'Een professional gaf dit ene stuk vrij aan deze persoon.',
      en: 'A professional released this entry to this person.',
    },
    basis: 'BW 1:377c; BE art. 374 old Civil Code (supervision) (check)',
    holds: (question) => isPortal(question) && isReleasedToViewer(question) && isOneOf(question, 'seeExistence', 'read'),
  }),
  permit('P09', {
    sentence: { nl: 'Wie meekomt, ziet de afspraak met plaats en tijd.', en: 'Participants see the appointment with place and time.' },
    basis: 'GDPR 6(1)(b) (check)',
    holds: (question) => isOwnAppointment(question) && isOneOf(question, 'seeExistence', 'read', 'readLocating'),
  }),
  permit('P10', {
    sentence: {
      nl: 'Iedere begeleider van de groep ziet de geldende afsprakenkaart.',
      en: 'Every worker of the group sees the current agreement card.',
    },
    basis: "WGBO 7:457(2) BW; parents' yes to the plan (check)",
    holds: (question) => isCare(question) && question.entry.kind === 'card' && question.entry.current &&
      (isInTeam(question) || worksInGroup(question)) && isOneOf(question, 'seeExistence', 'read'),
  }),
  permit('P11', {
    sentence: { nl: 'Wie in het veiligheidsspoor werkt, leest het veiligheidsspoor.', en: 'Members of the safety track read it.' },
    basis: 'Wmo 2015 5.2.6, Meldcode; BE 458bis Sw. (check)',
    holds: (question) => !isPortal(question) && isCategory(question, 'safety') && isTrackMember(question) &&
      isOneOf(question, 'seeExistence', 'read', 'readLocating', 'annotate'),
  }),
  permit('P12', {
    sentence: {
      nl: 'Wie om raad of om deelname is gevraagd, leest de vraag zonder naam.',
      en: 'Who is consulted or invited reads the question without identity.',
    },
    basis: 'not personal data for the reader (check)',
    holds: (question) => isCare(question) && (question.entry.kind === 'consult' || question.entry.kind === 'invitation') &&
      !question.entry.identified && isAddressee(question) && isOneOf(question, 'seeExistence', 'read', 'annotate'),
  }),
  permit('P13', {
    sentence: { nl: 'De privacyfunctionaris controleert het logboek.', en: 'The privacy officer reviews the access log.' },
    basis: 'GDPR 32, 39; NEN 7513',
    holds: (question) => isPrivacyOfficer(question) && isLogLine(question) && isOneOf(question, 'readAccessLog'),
  }),
] as const
