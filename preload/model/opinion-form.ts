/** 基层单位意见 as a form: what the guide asks to be told (五(三)5; fields after domain practice). */

/** Ways in use; the field takes any other words, since 「没有统一推荐方式」 (五(三)5). */
export const RECOMMENDATION_WAYS = [
  '民主推荐',
  '推荐小组评议',
  '推荐小组评议并投票',
  '职工代表大会推荐',
  '党委（党组）会议研究',
  '领导班子会议研究',
  '同行评议',
] as const;

/** in characters, of a person's evaluation */
export const EVALUATION_LIMIT = 5000;

/** Numbers are persons and votes; null while not filled in. Dates are 'YYYY-MM-DD', '' while open. */
export type OpinionForm = Readonly<{
  /** 对专业技术工作的评价: each person's own */
  evaluation: string;
  /** 推荐方式 */
  way: string;
  /** 参加推荐的人员范围 */
  scope: string;
  /** 应到, 实到, 同意, 不同意, 弃权 */
  invited: number | null;
  attended: number | null;
  inFavour: number | null;
  against: number | null;
  abstained: number | null;
  /** 意见形成经过: which meeting, and when */
  meeting: string;
  meetingOn: string;
  /** 推荐意见 */
  recommendation: string;
  /** 负责人 */
  head: string;
  /** the finished text as somebody changed it by hand; null: written from the fields */
  ownText: string | null;
}>;

/** What one form of a batch takes over from another: everything but what is about the person. */
export type OpinionCommonPart = Omit<OpinionForm, 'evaluation' | 'ownText'>;

export const EMPTY_OPINION: OpinionForm = {
  evaluation: '',
  way: '',
  scope: '',
  invited: null,
  attended: null,
  inFavour: null,
  against: null,
  abstained: null,
  meeting: '',
  meetingOn: '',
  recommendation: '',
  head: '',
  ownText: null,
};
