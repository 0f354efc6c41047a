/** How soon mailbox providers want an opt-out honoured (rulebook F.4: 48 hours, 2 days), and the domains they speak for. */
import type {ProviderDeadline} from '../core/suppression/opt-out-clock.ts'

export const PROVIDER_DEADLINES: readonly ProviderDeadline[] = [
  {
    id: 'gmail',
    name: {ja: 'Gmail', en: 'Gmail'},
    domains: ['gmail.com', 'googlemail.com'],
    period: {unit: 'hours', n: 48},
    source: 'Gmail email sender guidelines',
  },
  {
    id: 'yahoo',
    name: {ja: 'Yahoo', en: 'Yahoo'},
    domains: ['yahoo.com', 'ymail.com', 'rocketmail.com', 'aol.com', 'yahoo.co.uk', 'yahoo.fr', 'yahoo.de', 'yahoo.es'],
    period: {unit: 'days', n: 2},
    source: 'Yahoo Sender Best Practices',
  },
]
