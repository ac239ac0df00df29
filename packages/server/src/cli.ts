#!/usr/bin/env node
import process from 'node:process';

const usage = `明抽 · 双随机、一公开

用法：npx mingchou <命令> [参数]

命令：
  start                      启动演示（首次启动装入五个局的演示数据，只在本机可访问）
  serve                      启动正式系统（没有默认账号，首次启动给出一次性链接）
  setup-link                 重新取得登记局和第一个系统管理员的一次性链接
  verify-audit [网址简称]    从头重算各局（或一个局）的留痕链，指出第一处问题
  monitor 网址 [选项]        盯住一个公开日志：有没有变短、分叉、被改（monitor --help）
  witness 网址 [选项]        见证人核对公开日志后，在校验点下面签名（witness --help）
  trust-witness 公钥         登记一个见证人，收下他的副署
  distrust-witness 公钥      撤销一个见证人的登记，不再收他的副署
  new-log-key                公开日志的签名密钥丢失后换一把
  deadline --event 起算日 --days 天数 [--unit workday|calendar]
                             逐日推算期限，写明日历来源
  plan check 文件…           核对计划、方案、制度里的自相矛盾（plan check --help）
  --help                     显示本说明

环境变量：
  PORT            端口，默认 8080
  HOST            监听地址，演示默认 127.0.0.1，正式默认 0.0.0.0
  MINGCHOU_DATA   数据文件夹，默认 .data
  MINGCHOU_MASTER_KEY_FILE
                  主密钥文件的位置，默认为数据文件夹里的 master.key
  DATABASE_URL    使用已有的 PostgreSQL 15 以上数据库，代替内置数据库
  PUBLIC_URL      对外网址，默认 http://localhost:端口
  TSA_URL         时间戳服务（RFC 3161）的网址，给公开日志的校验点盖时间戳
  TSA_CA_FILE     签发时间戳证书的根证书（PEM）

退出码：0 正常；1 没有办成或核验不通过；2 用法不对
`;

const [command, ...rest] = process.argv.slice(2);
try {
  process.exit(await run(command, rest));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function run(name: string | undefined, words: readonly string[]): Promise<number> {
  const [first] = words;
  switch (name) {
    case undefined:
    case '--help':
    case '-h':
    case 'help':
      process.stdout.write(usage);
      return 0;
    case 'start':
    case 'serve': {
      const { runServer } = await import('./shell/run.ts');
      await runServer(name, process.env);
      return 0;
    }
    case 'setup-link': {
      const { newSetupLink } = await import('./operator/new-setup-link.ts');
      return newSetupLink(await settings());
    }
    case 'verify-audit': {
      const { verifyAudit } = await import('./operator/verify-audit.ts');
      return verifyAudit(await settings(), first);
    }
    case 'monitor': {
      const { monitor } = await import('./operator/monitor/monitor.ts');
      return monitor(words);
    }
    case 'witness': {
      const { witness } = await import('./operator/monitor/witness.ts');
      return witness(words);
    }
    case 'trust-witness': {
      const { trustWitness } = await import('./operator/trust-witness.ts');
      return trustWitness(await settings(), first);
    }
    case 'distrust-witness': {
      const { distrustWitness } = await import('./operator/distrust-witness.ts');
      return distrustWitness(await settings(), first);
    }
    case 'new-log-key': {
      const { newLogKey } = await import('./operator/new-log-key.ts');
      return newLogKey(await settings());
    }
    case 'deadline': {
      const { printDeadline } = await import('./operator/deadline.ts');
      return printDeadline(words);
    }
    case 'plan': {
      const { checkPlans } = await import('./operator/plan-check/check-plans.ts');
      return checkPlans(words);
    }
    default:
      process.stderr.write(`不认识的命令“${name}”。\n\n${usage}`);
      return 2;
  }
}

async function settings() {
  const { readSettings } = await import('./shell/environment.ts');
  return readSettings(process.env);
}
