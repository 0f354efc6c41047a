/** The mail services whose notices are read; each stands under /hooks/NAME. */
export const HOOK_SERVICES = ['mailgun', 'sendgrid', 'postmark', 'mailchimp', 'ses'] as const
export type HookServiceName = (typeof HOOK_SERVICES)[number]
