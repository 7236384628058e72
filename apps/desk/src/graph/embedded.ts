/**
 * Types of which no identity is kept: what is read of them lives and changes with what it stands in. Some have an id all the same, which
 * several of them share: a part that two persons share, say, and while one of them changes it the other's still says what it said.
 */
export const embedded: readonly string[] = [
  'Abilities', 'AccessExample', 'AccessPolicy', 'AccessRules', 'ActionMove', 'Analysis', 'Answer', 'AskAnswer', 'AskingParent', 'AspectRating',
  'Authority', 'AuthorityCheck', 'AuthorityToday', 'BlindSpots', 'BrokenRule', 'Burden', 'CaseClosing', 'CaseSearch', 'ChosenTime', 'ClosedPeriod',
  'CompetenceLine', 'ConsentEffectOn', 'ConsentReason', 'ConsentRecipient', 'DayHours', 'Difference', 'Done', 'DoorChild', 'DoorFeedbackWord',
  'DoorItem', 'DoorItemConnection', 'DoorLookConnection', 'DoorParent', 'DoorSender', 'DoorTicked', 'DoorWait', 'DoorWaiting', 'DoorWords', 'Draft',
  'DraftBurdens', 'DraftCheck', 'DraftDay', 'DraftWay', 'DueRecord', 'DyadPhase', 'Elsewhere', 'EmergenciesWaiting', 'EmergencyAttempts',
  'EmergencySought', 'ErasablePerson', 'ErasureCertificate', 'ErasureRecord', 'EvaluatedGoal', 'ExistenceLine', 'FamilyChange', 'FamilyHome',
  'FamilyLoad', 'FamilyPlan', 'FamilyRest', 'FamilySilence', 'FileLine', 'FreeTime', 'FreeTimePreview', 'FreeingChange', 'GapRead', 'GoalEnd',
  'GoalLevel', 'GoalScore', 'GroupTablets', 'HelpDecider', 'HelpSearchEnd', 'HelpSuggestions', 'Holiday', 'HolidayChoice', 'Judgement', 'KeptFile',
  'Limits', 'MadeCode', 'MadeDoorLink', 'Meeting', 'MeetingAbilities', 'MeetingAbsentParent', 'MeetingAttendee', 'MeetingMinutes', 'MeetingMoment',
  'MeetingPack', 'MeetingSource', 'MeetingWithout', 'MessageSettings', 'NamesToLeaveOut', 'NeedOrder', 'OffersChanged', 'OpenHours', 'OtherDay',
  'OtherTime', 'OwnCalendar', 'OwnEmergencies', 'OwnGroups', 'Pace', 'PackGoal', 'PackWords', 'ParentSignal', 'ParentsGoal', 'Passed',
  'PersonReference', 'PersonRhythm', 'PlainPart', 'PlainPlan', 'PlanAnswer', 'PlanNeed', 'PlanPart', 'PlanText', 'Planner', 'PlanningBoard',
  'PracticeCard', 'PracticeCardAnswer', 'PracticeCardRelease', 'PrintedPart', 'PrintedPlan', 'PrintedVisit', 'Procedure', 'ProviderAnswer',
  'PublicTransport', 'ReferralEnd', 'ReflectionAnswer', 'RegionFamily', 'RegionWeight', 'RegisterListChange', 'RegisterListClosing',
  'RegisterListFile', 'RegisterListPreview', 'RegisterListProblem', 'RegisterListRow', 'ReviewCount', 'ReviewReport', 'RhythmBlock', 'Run',
  'RushHour', 'SafeguardReason', 'SafeguardedPerson', 'Safeguarding', 'SafetyCircle', 'SafetyConsideration', 'SafetyPerson', 'SafetyShield', 'Savings', 'Screening',
  'ServiceCatalogue', 'ServiceNarrowing', 'ShelfCardConnection', 'Source', 'SpokenAnswer', 'SpokenLanguage', 'SubjectRef', 'TakenTime', 'TimeWindow',
  'Times', 'Today', 'TodayChange', 'TodayItem', 'Travel', 'TravelTimes', 'TreatmentAnswer', 'TreatmentException', 'TreatmentHolder', 'UnplannedNeed',
  'UnsuitableTime', 'WaitingCode', 'WeekLoad', 'WhoAgrees', 'WhomToCall', 'WithdrawnCard',
]
