/** Messages, and families without the app. */
export const messages = {
  'spoken-missing': 'Vul in hoe en wanneer de ouder ja zei.',
  'spoken-yes-only': 'Hier kunt u alleen een ja vastleggen.',
  'spoken-on-another-day': 'Kies een dag vanaf het voorstel tot en met vandaag.',
  'mail-not-here': 'Deze plek verstuurt geen mail.',
  'mail-address-invalid': 'Dit mailadres klopt niet. Kijk het nog eens na.',
  'mail-code-wrong': 'Deze code klopt niet. Kijk in de laatste mail die u kreeg.',
  'mail-code-ended': 'Deze code werkt niet meer. Vraag een nieuwe.',
  'mail-too-many-codes': 'Er zijn al veel codes verstuurd. Probeer het morgen opnieuw.',
  'mail-hours-impossible': 'Kies een herinnering van één uur tot zeven dagen van tevoren.',
  'quiet-hours-impossible': 'Deze tijd bestaat niet. Schrijf de tijd als 20:00.',
  'visit-unknown': 'Dit bezoek is er niet, of deze ouder mag het niet zien.',
} as const
