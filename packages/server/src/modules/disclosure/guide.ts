import type { PortalBureau } from '@mingchou/contract';

/** 工作指引: what holds for every bureau, in the words of each; a bureau's own days and clauses stand beside each result. */
export const defaultGuide: PortalBureau['guide'] = [
  {
    title: '抽查从哪里来',
    paragraphs: [
      '每年先公开年度抽查计划，写明查哪一类企业、抽多少家、什么时候查。没有列入计划、也没有投诉举报或者上级交办依据的，不安排抽查。',
      '抽到谁由抽签决定：先冻结名单，公开承诺，再当众产生随机数。抽签过程公开，谁都可以重算。',
    ],
    clause: null,
  },
  {
    title: '检查怎么进行',
    paragraphs: [
      '{inspector}也由抽签配到各家，不少于两人，应当出示执法证件，只查抽查事项清单列明的内容。',
      '检查结束时写明检查结果，由{inspector}和企业现场负责人签字。企业可以陈述意见，可以拒绝签字并写明原因。',
    ],
    clause: null,
  },
  {
    title: '结果什么时候公示',
    paragraphs: [
      '检查结果经业务负责人确认、法制审核之后公示。每一条结果都写明最晚公示日期和定下这个期限的依据；超期的照样显示，不因为超期就不公示。',
      '公示企业名称、统一社会信用代码、检查机关、{inspector}姓名和执法证号、检查结果。现场负责人的姓名、电话和其他个人信息不公开。',
    ],
    clause: null,
  },
];
