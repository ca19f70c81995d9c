import { fold } from "../../../ingest/language/fold.ts";

interface Compared {
  readonly sentence: string;
  readonly evidence: string;
}

/**
 * Whether the sentence says the opposite of the evidence, in words of either language: up for down, most for least,
 * must for may. Lines that hold both words of a pair may mean either.
 */
export function isReversed({ sentence, evidence }: Compared): boolean {
  const [said, held] = [fold(sentence), fold(evidence)];
  return opposites.some(
    ([one, other]) =>
      (one.test(said) && !other.test(said) && other.test(held) && !one.test(held)) ||
      (other.test(said) && !one.test(said) && one.test(held) && !other.test(held)),
  );
}

/** In folded text. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [
    /增加|增长|上升|上涨|提高|提升|增至|升至|加至|\b(?:increas\w*|rise|rises|rose|risen|rising|grow|grows|grew|grown|growth|gr(?:ow)ing|higher|raise[sd]?|raising)\b/,
    /减少|减至|下降|下跌|降低|跌至|降至|缩减|\b(?:decreas\w*|declin\w*|fall|falls|fell|fallen|falling|drop(?:s|ped|ping)?|reduc\w*|lower(?:s|ed|ing)?|cut(?:s|ting)?|shr[aiu]nk\w*)\b/,
  ],
  [
    /最[大多高强长]|\b(?:largest|biggest|greatest|highest|most|longest|maximum)\b/,
    /最[小少低弱短]|\b(?:smallest|least|fewest|lowest|shortest|minimum)\b/,
  ],
  [
    /多于|超过|高于|大于|逾|以上|至少|不少于|\b(?:more than|over|above|exceed\w*|at least|higher than|greater than)\b/,
    /少于|不足|不到|低于|小于|以下|至多|不多于|\b(?:less than|fewer than|under|below|at most|lower than|up to)\b/,
  ],
  [/最好|最佳|\bbest\b/, /最差|最坏|\bworst\b/],
  [/之前|以前|\bbefore\b|\bprior to\b/, /之后|以后|\bafter\b|\bfollowing\b/],
  [
    /支持|赞成|同意|赞同|\b(?:support\w*|favou?r\w*|agree\w*|approv\w*|endors\w*)\b/,
    /反对|否决|拒绝|\b(?:oppos\w*|object\w*|reject\w*|disagree\w*|refus\w*)\b/,
  ],
  [
    /必须|须要|强制|务必|\b(?:must|required|requires|mandatory|compulsory|obliged)\b/,
    /可以|可选|自愿|无须|毋须|\b(?:may|optional|optionally|voluntary|voluntarily|need not)\b/,
  ],
  [
    /允许|准许|获准|\b(?:allow\w*|permit\w*)\b/,
    /禁止|严禁|不得|不准|\b(?:forbid\w*|forbade|prohibit\w*|ban|bans|banned)\b/,
  ],
  [/出口|\bexport\w*\b/, /进口|入口|\bimport(?:s|ed|ing)?\b/],
  [/开始|\b(?:begin\w*|began|start\w*)\b/, /结束|终止|\b(?:end|ends|ended|ending|stop\w*|finish\w*)\b/],
  [/第一|首[次先位个]|\bfirst\b/, /最后|最终|\b(?:last|final|finally)\b/],
  [/盈利|利润|\bprofits?\b/, /亏损|\bloss(?:es)?\b/],
  [/放宽|\b(?:relax\w*|eas(?:e|es|ed|ing))\b/, /收紧|\btighten\w*\b/],
];
