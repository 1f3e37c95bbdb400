/**
 * The two scoring panels of CAF, paraphrased: the classical one says how far a subcriterion is, step by step; the
 * fine-tuned one scores each part on the strength of its evidence.
 */

/** Points from and to, both included, and what they mean. */
export type Step = {
  readonly from: number
  readonly to: number
  readonly meaning: string
  readonly meaningEn: string
}

/** What is done. Cumulative: a step counts only when the ones before it are taken. */
export const CLASSICAL_ENABLERS: readonly Step[] = [
  {
    from: 0,
    to: 10,
    meaning: 'niet actief op dit gebied, geen of losse informatie',
    meaningEn: 'not active in this field, no or only anecdotal information',
  },
  { from: 11, to: 30, meaning: 'er is een plan', meaningEn: 'a plan exists' },
  { from: 31, to: 50, meaning: 'het wordt uitgevoerd', meaningEn: 'it is being implemented' },
  {
    from: 51,
    to: 70,
    meaning: 'er wordt nagegaan of de juiste dingen op de juiste manier gebeuren',
    meaningEn: 'it is checked/reviewed whether the right things are done in the right way',
  },
  {
    from: 71,
    to: 90,
    meaning: 'er wordt bijgestuurd waar nodig',
    meaningEn: 'adjusted where needed on the basis of reviews',
  },
  {
    from: 91,
    to: 100,
    meaning: 'plannen, uitvoeren, nagaan en bijsturen gebeurt systematisch en er wordt van anderen geleerd',
    meaningEn:
      'everything is planned, done, reviewed and adjusted regularly and the organisation learns from others: continuous improvement',
  },
]

/** What comes of it. */
export const CLASSICAL_RESULTS: readonly Step[] = [
  {
    from: 0,
    to: 10,
    meaning: 'geen resultaten gemeten of geen informatie',
    meaningEn: 'no results measured or no information',
  },
  {
    from: 11,
    to: 30,
    meaning: 'gemeten: negatieve trend en/of doelen niet gehaald',
    meaningEn: 'results measured: negative trend and/or relevant targets not met',
  },
  {
    from: 31,
    to: 50,
    meaning: 'vlakke trend en/of enkele doelen gehaald',
    meaningEn: 'flat trend and/or some relevant targets met',
  },
  {
    from: 51,
    to: 70,
    meaning: 'verbeterende trend en/of meeste doelen gehaald',
    meaningEn: 'improving trend and/or most relevant targets met',
  },
  {
    from: 71,
    to: 90,
    meaning: 'sterke vooruitgang en/of alle doelen gehaald',
    meaningEn: 'substantial progress and/or all relevant targets met',
  },
  {
    from: 91,
    to: 100,
    meaning: 'uitstekende, aangehouden resultaten, alle doelen gehaald, gunstige vergelijking met anderen',
    meaningEn:
      'excellent and sustained results, all relevant targets met, positive comparisons for all key results',
  },
]

/** Strength of the evidence, for each of plan, do, check and act. */
export const FINE_TUNED_ENABLERS: readonly Step[] = [
  { from: 0, to: 10, meaning: 'geen bewijs of enkel ideeën', meaningEn: 'no evidence or just some ideas' },
  {
    from: 11,
    to: 30,
    meaning: 'enig zwak bewijs, op enkele gebieden',
    meaningEn: 'some weak evidence, in some areas',
  },
  {
    from: 31,
    to: 50,
    meaning: 'enig goed bewijs, op relevante gebieden',
    meaningEn: 'some good evidence, in relevant areas',
  },
  {
    from: 51,
    to: 70,
    meaning: 'sterk bewijs, op de meeste gebieden',
    meaningEn: 'strong evidence, in most areas',
  },
  {
    from: 71,
    to: 90,
    meaning: 'zeer sterk bewijs, op alle gebieden',
    meaningEn: 'very strong evidence, in all areas',
  },
  {
    from: 91,
    to: 100,
    meaning: 'uitstekend bewijs in vergelijking met anderen, op alle gebieden',
    meaningEn: 'excellent evidence compared with other organisations, in all areas',
  },
]

/** How results move. */
export const FINE_TUNED_TRENDS: readonly Step[] = [
  { from: 0, to: 10, meaning: 'niet gemeten', meaningEn: 'no measurement' },
  { from: 11, to: 30, meaning: 'negatieve trend', meaningEn: 'negative trend' },
  {
    from: 31,
    to: 50,
    meaning: 'vlakke trend of bescheiden vooruitgang',
    meaningEn: 'flat trend or modest progress',
  },
  { from: 51, to: 70, meaning: 'aanhoudende vooruitgang', meaningEn: 'sustained progress' },
  { from: 71, to: 90, meaning: 'sterke vooruitgang', meaningEn: 'substantial progress' },
  {
    from: 91,
    to: 100,
    meaning: 'gunstige vergelijking met gelijkaardige organisaties, voor alle resultaten',
    meaningEn: 'positive comparison with relevant organisations for all results',
  },
]

/** How results compare with what was aimed for. */
export const FINE_TUNED_TARGETS: readonly Step[] = [
  { from: 0, to: 10, meaning: 'geen of losse informatie', meaningEn: 'no or anecdotal information' },
  { from: 11, to: 30, meaning: 'resultaten halen de doelen niet', meaningEn: 'results do not meet targets' },
  { from: 31, to: 50, meaning: 'weinig doelen gehaald', meaningEn: 'few targets met' },
  { from: 51, to: 70, meaning: 'sommige relevante doelen gehaald', meaningEn: 'some relevant targets met' },
  { from: 71, to: 90, meaning: 'de meeste relevante doelen gehaald', meaningEn: 'most relevant targets met' },
  { from: 91, to: 100, meaning: 'alle doelen gehaald', meaningEn: 'all targets met' },
]
