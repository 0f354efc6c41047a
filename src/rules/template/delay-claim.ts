/** Looks for words that announce a delay in stopping the mail, such as 反映まで3〜7営業日, beyond what is allowed. */
import {bodyParts} from '../../core/lint/body-parts.ts'
import {delayClaims} from '../../core/lint/delay-claims.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

/** businessDays: how many a claim may name; 0 = none, the mail has to stop at once. */
export const delayClaim: TemplateRule<{readonly businessDays: number}> = {
  id: 'delay-claim',
  subject: 'template',
  bad: [
    '<p>配信停止の反映まで15〜20営業日ほどかかる場合がございます。</p>',
    '<p>退会のお手続きが完了するまで、３０日程度お時間をいただきます。</p>',
    '<p>Please allow up to 30 days for your unsubscribe request to be processed.</p>',
    '<p>You will be removed within 4 weeks after you unsubscribe.</p>',
    '<p>Die Abmeldung kann bis zu 20 Werktage dauern.</p>',
    '<p>Votre désinscription sera prise en compte sous 30 jours.</p>',
    '<p>Su solicitud de dar de baja se procesará en un plazo de 30 días.</p>',
    '<p>수신거부 처리에는 30일 정도 소요됩니다.</p>',
    '<p>退订后，系统需要30个工作日处理。</p>',
    'text: ※配信停止の完了まで\n三十日ほどかかることがあります\n',
  ],
  good: [
    '<p>配信停止をご希望の方は<a href="{{unsubscribe_url}}">こちら</a>。すぐに反映されます。</p>',
    '<p>ご注文から20営業日以内にお届けします。</p>',
    '<p>配信停止は24時間いつでも承ります。手続きはすぐに完了します。</p>',
    '<p>Delivery takes up to 30 days.</p><p>A line between them that is long enough to keep the two apart.</p><p>Unsubscribe at any time.</p>',
    '<p>Try it free for 30 days. Unsubscribe at any time.</p>',
    'text: You can unsubscribe at any time.\n',
  ],
  check(view, wanted, report) {
    for (const {part, index} of bodyParts(view))
      for (const {words, businessDays, start} of delayClaims(part)) {
        const at = {part: index, offset: part.visible.sourceOffset(start)}
        if (wanted.businessDays === 0) report({at, key: 'delay-claim.any', values: {claim: words}})
        else if (businessDays !== null && businessDays > wanted.businessDays)
          report({at, key: 'delay-claim.longer', values: {claim: words, limit: wanted.businessDays}})
      }
  },
}
