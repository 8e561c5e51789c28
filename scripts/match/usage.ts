/** What `npm run match -- --help` says. */
export const usage = `用法 / Usage:
  npm run match -- --requests R.csv|xlsx --volunteers V.csv|xlsx --out plan.xlsx|csv [...]
  npm run match -- --problem file.bmatch

  --requests    求助表，每行一件 / a sheet of requests, one a row
  --volunteers  志愿者表，每行一人 / a sheet of volunteers, one a row
  --out         写到哪里；.csv 时每张表一个文件 / where the plan goes; with .csv each table has a file of its own
  --mapping     列猜错时在此指明（JSON）/ which column is what, where the guess is wrong (JSON):
                { "requests": { "fields": { "need": { "column": "类别", "words": { "水电": "fix_plumbing" },
                  "fallback": "anything_else" } }, "shift": { "kind": "to_week", "day": "2026-11-23" } },
                  "volunteers": { "fields": { "reach": { "column": "半径" } } } }
  --weights     与默认不同的权重（JSON）/ weights other than the usual ones (JSON)
  --explain     加上第二人选和各项分数 / with the second choice and the parts of each cost
  --locale      zh-CN 或 en，默认 zh-CN / language of what is written
  --now         从哪一刻起计算，默认现在 / the moment it is seen from, e.g. 2026-11-23T08:30:00+08:00
  --zone        时区，默认 Asia/Shanghai / time zone
  --words       列出认识的求助类别和技能 / prints all kinds of help and skills that are known

位置用经纬度或米数（向东、向北）。没有服务时间一列时，按每天 8:00 至 20:00 有空计算；没有写明技能已核实、审核、
保险、出生日期的人，不会派去需要这些的求助。没有写每周时长的，不限每周时长；没有写最远距离的，按 800 米；没有写最多任务数的，
按同时 2 件。求助在所写各日的 9:00 至 17:00 之间安排。表中求助人是否同意，由带表的人负责。
Places are degrees (latitude, longitude) or metres (east, north). Without a column of hours all are taken to be free from
8:00 to 20:00; nobody is sent where a confirmed skill, vetting, insurance or a birth date is needed that the sheet does not tell. Without a limit
in the sheet nobody is held to minutes a week; without a reach 800 metres are assumed, without a number of tasks two at a
time. Help is planned from 9:00 to 17:00 on the days of its row. Whoever brings a sheet answers for the consent of those helped.

退出码 / Exit codes: 0 完成 / done; 2 方案已写，有行未读入 / written, some rows left out; 1 未能完成 / nothing written`;
