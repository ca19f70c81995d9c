/** The base form of an irregular English plural or past form (men → man, held → hold), undefined for other words. */
export function irregularBase(word: string): string | undefined {
  return BASES.get(word);
}

/** Base form first, then its irregular forms; forms that are also common words of their own are left out. */
const IRREGULAR = `
man men|woman women|child children|person people|foot feet|tooth teeth|mouse mice|goose geese
wife wives|knife knives|half halves|shelf shelves|self selves|thief thieves|wolf wolves|datum data
medium media|criterion criteria|phenomenon phenomena|analysis analyses|crisis crises|basis bases
begin began begun|become became|break broke broken|bring brought|build built|buy bought|catch caught
choose chose chosen|come came|deal dealt|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen
fight fought|find found|fly flew flown|forget forgot forgotten|freeze froze frozen|get got gotten
give gave given|go went gone|grow grew grown|hang hung|have has had|hear heard|hide hid hidden|hold held
keep kept|know knew known|lay laid|lead led|lend lent|lose lost|make made|mean meant|meet met|pay paid
ride rode ridden|rise risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|shoot shot
show shown|sing sang sung|sit sat|speak spoke spoken|spend spent|spread spreads|stand stood|steal stole stolen
strike struck|swim swam|take took taken|teach taught|tell told|think thought|throw threw thrown
understand understood|undertake undertook undertaken|wear wore worn|win won|withdraw withdrew withdrawn
write wrote written|agree agreed|guarantee guaranteed|free freed|be was were been|do did done does
species species|series series|news news|nothing nothing|something something|anything anything
everything everything|bus buses|gas gases|during during|hundred hundred|his his|its its|this this|yes yes
`;

const BASES = new Map(
  IRREGULAR.trim()
    .split(/[|\n]/)
    .flatMap((entry) => {
      const [base = "", ...forms] = entry.split(" ");
      return [[base, base] as const, ...forms.map((form) => [form, base] as const)];
    }),
);
