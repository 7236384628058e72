/** Tablets of a group, and codes. */
export const tablets = {
  'not-on-tablet': 'Dit kan niet op de groepstablet. Log op uw eigen computer in met uw eigen account.',
  'not-keeper': 'Tablets en codes beheert wie daarvoor is aangewezen in uw organisatie.',
  'not-yourself-here': 'Uw eigen toegang beëindigt u hier niet. Vraag het aan een ander die de sleutels beheert.',
  'tablet-unknown': 'Deze tablet is niet (meer) aangemeld. Vraag een nieuwe code aan wie de tablets beheert.',
  'tablet-enrolled': 'Deze tablet is al aangemeld. Trek hem eerst in aan het bureau.',
  'tablet-code-wrong': 'Deze code werkt niet of niet meer. Kijk of u hem goed overnam, of vraag een nieuwe.',
  'tablet-worker-unknown': 'Deze naam staat niet meer op deze tablet. Kies uw pincode opnieuw aan het bureau.',
  'tablet-wait': 'Er is te vaak geprobeerd. Wacht een kwartier en probeer het dan nog een keer.',
  'tablets-too-many': 'Een organisatie heeft hoogstens {most} tablets. Trek eerst een tablet in die u niet meer gebruikt.',
  'pin-six-digits': 'Een pincode heeft zes cijfers.',
  'pin-weak': 'Deze pincode is te makkelijk te raden. Kies geen rij, geen herhaling en geen datum.',
  'pin-wrong': 'Deze pincode klopt niet. U kunt het nog {left} keer proberen.',
  'pin-locked': 'Deze pincode is geblokkeerd op deze tablet. Log op een computer in met uw eigen account en kies daar een nieuwe.',
} as const
