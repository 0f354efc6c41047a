/**
 * marketing: advertising in the law's words. transactional: what the reader's own order or account calls for. consent-request:
 * the one mail that asks whether mail may come.
 */
export const MAIL_CLASSES = ['marketing', 'transactional', 'consent-request'] as const
export type MailClass = (typeof MAIL_CLASSES)[number]
