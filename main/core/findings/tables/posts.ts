/** Words of posts by which administrative work is known (Q8(2)); duties themselves nobody files. */

/** 办公室主任, 人事干事, 党务工作, 后勤管理, 科员 … */
export const ADMINISTRATIVE_POST =
  /办公室(?:主任|副主任|科员|干事|文员)|(?:行政|党务|党建|人事|组织|宣传|纪检|工会|后勤|总务|保卫|政工|团委)(?:$|管理|工作|干事|科员|专员|人员|干部|处长|科长|主任|书记)|科员$|办事员|文秘|秘书$|^书记$|^副书记$/;

/** Such a post beside technical work, or one that is technical in itself. */
export const TECHNICAL_POST =
  /教师|教研|讲师|教授|教练|工程|技术|医|护|药|检验|研究|实验|馆员|图书|档案|编辑|记者|会计|审计|统计|经济|农艺|畜牧|兽医|律师|公证|翻译|设计|艺术|演|播音|兼/;
