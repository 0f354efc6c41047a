/** What `todoke init` writes on an English screen: commented settings, a list and an opt-out file. All invented. */
import type {Samples} from './samples.ts'

export const samplesEn: Samples = {
  settings: (value) => `# yaml-language-server: $schema=.todoke/todoke.schema.json
# Settings of Todoke. What changes every week (list, subject, name of the send) is not here: commands say it.

# Who is responsible for the mail; shown in every mail, as the law asks.
sender:
  name: ${value.senderName}
  address: ${value.senderAddress}
  # where complaints are taken: phone number, mail address or URL
  contact: ${value.senderContact}
  from:
    name: ${value.fromName}
    address: ${value.fromAddress}
  # replyTo: reply@example.com

# Where readers say that they want no more mail; each gets a link of their own below the url.
optOut:
  url: ${value.optOutUrl}
  mailto: ${value.optOutMailto}
  # prove the url before each plan: looking must change nothing, one POST must be enough
  probe: true

# The SMTP server that takes the mail.
relay:
  host: ${value.relayHost}
  port: ${value.relayPort}
  # implicit (TLS from the first byte), starttls (TLS required) or none (clear text, on this machine only)
  tls: ${value.relayTls}
  # The password never stands here: keep it in a file with chmod 600, or in an environment variable.
${value.relayLogin}
  # connections: 8

# Laws to check.
laws: ${value.laws}
# Country of contacts of whom none is known (without it the strictest common profile applies to them).
audienceCountry: ${value.audienceCountry}

# Facts only you can know. Rules that depend on one that is not declared are listed as not assessed.
# facts:
#   # Do you sell to consumers at a distance (Japan, 特定商取引法)? b2c-distance or other
#   sellerType: other
#   # Where each list came from: own-form card trade published purchased joint-use entrusted
#   listOrigin:
#     news: own-form

# What the data was collected for, with the notice that was shown (APPI art. 17 and 21).
purposes:
  - name: news
    notice: We use your details to send you mail about our products and events.

# How fast and how many.
# limits:
#   # Mails per second; without this line, as fast as the relay takes them.
#   perSecond: 50
#   # Audience allowed for sends that no one confirms (cron). Without it, --confirm is always needed.
#   unattended:
#     min: 100
#     max: 5000
#   # Limits of list files; these are the defaults.
#   files:
#     gigabytes: 50
#     columns: 512

# The server that answers the opt-out links (\`todoke serve\`); put a proxy with TLS in front of it.
# serve:
#   port: 8470
#   # Your own proxies: only their X-Forwarded-For is believed.
#   trustedProxies: [127.0.0.1]
#   # Offered to those who opted out; without it the first form below is.
#   signUpUrl: https://www.example.com/signup

# Sign-up forms of the same server, at /f/NAME. A sign-up counts once it is confirmed by the link of a mail.
# signUp:
#   forms:
#     - name: news
#       list: news
#       # Kept with \`todoke consent wording add form.txt --name news-form\`
#       wording: news-form

# Keys that sign the mail (DKIM); \`todoke key dkim create\` makes them. Without them the relay must sign.
# dkim:
#   - domain: example.com
#     selector: s1
#     keyFile: .todoke/keys/dkim/example.com.s1.pem

store: sqlite:.todoke/store.db
`,

  list: {
    name: 'sample.csv',
    text: `email,name,country,plan,signup_date,signup_source,consent_method,consent
hanako.mihon@example.com,Hanako Mihon,JP,standard,2024-04-02,https://www.example.com/signup,web form,yes
taro.reidai@example.com,Taro Reidai,JP,standard,2024-04-15,https://www.example.com/signup,web form,yes
m.takahashi@example.net,Misaki Takahashi,JP,premium,2024-05-08,Sapporo shop,paper form,yes
k.yamazaki@example.net,Kenichi Yamazaki,JP,standard,2024-05-21,https://www.example.com/signup,web form,yes
info@trading.example.org,Mihon Trading KK,JP,business,2024-06-03,12th pottery fair,business card,yes
sakura.n@example.net,Sakura Natsume,JP,standard,2024-06-19,https://www.example.com/signup,web form,yes
jun.kitagawa@example.net,Jun Kitagawa,JP,premium,2024-07-07,https://www.example.com/signup,web form,yes
aoi.s@example.org,Aoi Shimizu,JP,standard,2024-08-12,https://www.example.com/signup,web form,yes
daichi.m@example.org,Daichi Mori,JP,standard,2024-09-30,Ginza shop,paper form,yes
yui.fujita@example.com,"Fujita, Yui",JP,standard,2024-10-05,https://www.example.com/signup,web form,yes
ryo.ogawa@example.com,Ryo Ogawa,JP,standard,2024-11-11,https://www.example.com/signup,web form,no
mai.hoshino@example.net,Mai Hoshino,JP,standard,,,,
`,
    isCp932: false,
  },

  optOuts: `received_at,name,email,reason
2025-03-14 09:26,Yui Fujita,yui.fujita@example.com,no longer interested
2025-03-20 18:41,Daichi Mori,Daichi.M@example.org,too many mails
2025-04-02 07:05,,former.member@example.net,
`,
}
