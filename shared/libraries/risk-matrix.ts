/**
 * The risk matrix: five degrees of likelihood by five of impact, and the bands of their product. A convention for a
 * municipality of some 35 000 inhabitants.
 */

export type Degree = {
  readonly value: number
  readonly name: string
  readonly nameEn: string
  readonly meaning: string
  readonly meaningEn: string
}

export const LIKELIHOODS: readonly Degree[] = [
  {
    value: 1,
    name: 'Zeer klein',
    nameEn: 'Rare',
    meaning: 'minder dan eens in 10 jaar',
    meaningEn: 'less than once in 10 years',
  },
  {
    value: 2,
    name: 'Klein',
    nameEn: 'Unlikely',
    meaning: 'eens in 5 à 10 jaar',
    meaningEn: 'once in 5-10 years',
  },
  {
    value: 3,
    name: 'Mogelijk',
    nameEn: 'Possible',
    meaning: 'eens in 2 à 5 jaar',
    meaningEn: 'once in 2-5 years',
  },
  { value: 4, name: 'Waarschijnlijk', nameEn: 'Likely', meaning: 'jaarlijks', meaningEn: 'yearly' },
  {
    value: 5,
    name: 'Bijna zeker',
    nameEn: 'Almost certain',
    meaning: 'meermaals per jaar',
    meaningEn: 'several times a year',
  },
]

/** `money` in euro. */
export const IMPACT_LEVELS: readonly (Degree & { readonly money: string })[] = [
  {
    value: 1,
    name: 'Verwaarloosbaar',
    nameEn: 'Negligible',
    meaning: 'hinder op één dienst, zelfde dag opgelost',
    meaningEn: 'trouble in one department, solved the same day',
    money: '< 1 000',
  },
  {
    value: 2,
    name: 'Beperkt',
    nameEn: 'Minor',
    meaning: 'enkele klachten, minder dan een dag hinder',
    meaningEn: 'some complaints, less than a day of trouble',
    money: '1 000 - 10 000',
  },
  {
    value: 3,
    name: 'Matig',
    nameEn: 'Moderate',
    meaning: 'dienst enkele dagen verstoord, lokale pers',
    meaningEn: 'a department disturbed for some days, local press',
    money: '10 000 - 100 000',
  },
  {
    value: 4,
    name: 'Ernstig',
    nameEn: 'Major',
    meaning: 'wettelijke verplichting geschonden, toezicht, letsel',
    meaningEn: 'a legal duty broken, supervision, injury',
    money: '100 000 - 500 000',
  },
  {
    value: 5,
    name: 'Kritiek',
    nameEn: 'Critical',
    meaning: 'langdurige uitval, zwaar letsel, vertrouwensbreuk',
    meaningEn: 'long failure, grave injury, loss of trust',
    money: '> 500 000',
  },
]

export const BAND_KEYS = ['low', 'moderate', 'high', 'critical'] as const
export type BandKey = (typeof BAND_KEYS)[number]
export type Band = {
  readonly key: BandKey
  readonly min: number
  readonly max: number
  readonly name: string
  readonly nameEn: string
  /** Who does what about it. */
  readonly action: string
  readonly actionEn: string
}

export const BANDS: readonly Band[] = [
  {
    key: 'low',
    min: 1,
    max: 4,
    name: 'laag',
    nameEn: 'low',
    action: 'aanvaarden, opvolgen',
    actionEn: 'accept, monitor',
  },
  {
    key: 'moderate',
    min: 5,
    max: 9,
    name: 'matig',
    nameEn: 'moderate',
    action: 'maatregel overwegen, diensthoofd',
    actionEn: 'consider measure, head of department',
  },
  {
    key: 'high',
    min: 10,
    max: 14,
    name: 'hoog',
    nameEn: 'high',
    action: 'maatregel verplicht, managementteam',
    actionEn: 'measure required, management team',
  },
  {
    key: 'critical',
    min: 15,
    max: 25,
    name: 'kritiek',
    nameEn: 'critical',
    action: 'onmiddellijk, algemeen directeur en college',
    actionEn: 'immediate, general director and executive',
  },
]
