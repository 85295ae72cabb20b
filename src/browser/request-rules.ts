import { browserApi } from './api.ts';

type RulesUpdate = Parameters<typeof browserApi.declarativeNetRequest.updateSessionRules>[0];

export type RequestRule = NonNullable<RulesUpdate['addRules']>[number];

/** Puts a rule in place for this browser session, instead of an earlier one with its id. */
export type SetRequestRule = (rule: RequestRule) => Promise<void>;

export const setRequestRule: SetRequestRule = (rule) =>
  browserApi.declarativeNetRequest.updateSessionRules({ removeRuleIds: [rule.id], addRules: [rule] });
