import { volunteerFields, peopleDuplicates } from '#lib/imports/fields.ts'; import { guessColumns } from '#lib/imports/guess-columns.ts'; import { readRows } from '#lib/imports/read-rows.ts'; import {toSheet} from '#lib/imports/sheet.ts';
const cols=['姓名','性别','出生年月','电话','楼幢','门牌号','职业','工作单位','党支部','政治面貌','特长','爱好','服务意愿','语言','服务时间','备注'];
const rows=Array.from({length:10000},(_, i)=>['居民'+i,'女','1958年3月',String(13800000000+i),'3号楼','2单元501','会计','春晖中学','支部','党员','会修车','象棋、太极拳','便民、济困','普通话、英语','周六上午、周日全天','x']);
for (let k=0;k<3;k++){ const t0=performance.now(); toSheet([cols,...rows]); console.log('toSheet',performance.now()-t0);
const g=guessColumns(cols,rows,volunteerFields); console.log('guess', performance.now()-t0);const t3=performance.now();
const r=await readRows({columns:cols,rows},g,volunteerFields,{today:'2026-03-10',buildings:new Map([['3','b']]),duplicates:peopleDuplicates}); console.log('rows',r.good.length,r.bad.length,performance.now()-t3);}
