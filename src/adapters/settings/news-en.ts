/** The English sample mail: subject, HTML and plain text, with sender, address, contact and opt-out as text. */

export const newsEn = {
  settings: `# The subject of this mail. Tags such as {{name|there}} are filled for each reader.
subject: 'Sample News, May: new pieces and an open day at the workshop'
# A few words that inboxes show beside the subject.
preheader: A plate the size of two slices of toast, and a cup to go with it.
language: en
`,

  html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>Sample News, May</title>
</head>
<body style="margin:0;padding:0;background-color:#f2f0eb;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f2f0eb">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="width:100%;max-width:600px;background-color:#ffffff;border-radius:12px;font-family:-apple-system,'Segoe UI',Helvetica,Arial,sans-serif;color:#26302f;">

<tr><td style="padding:22px 32px;border-bottom:1px solid #e7e3da;">
  <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
    <td style="font-size:18px;font-weight:bold;letter-spacing:1px;color:#1f5f57;">Sample News</td>
    <td align="right" style="font-size:13px;color:#6a706c;">May</td>
  </tr></table>
</td></tr>

<tr><td bgcolor="#1f5f57" style="padding:44px 32px;background-color:#1f5f57;color:#ffffff;">
  <h1 style="margin:0 0 14px;font-size:28px;line-height:1.35;font-weight:bold;color:#ffffff;">Something new<br>for the breakfast table</h1>
  <p style="margin:0 0 26px;font-size:16px;line-height:1.65;color:#e3efec;">Our ash-glazed series has grown: a plate the size of two slices of toast, and a cup to go with it. Each one is finished by hand.</p>
  <table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
    <td bgcolor="#f4c95d" style="border-radius:6px;background-color:#f4c95d;"><a href="https://www.example.com/ash-glaze" style="display:inline-block;padding:13px 28px;font-size:16px;font-weight:bold;color:#26302f;text-decoration:none;">See the new pieces</a></td>
  </tr></table>
</td></tr>

<tr><td style="padding:32px 32px 4px;">
  <p style="margin:0 0 16px;font-size:16px;line-height:1.65;">Hello {{name|there}},</p>
  <p style="margin:0;font-size:16px;line-height:1.65;">thank you for reading. Three things from the workshop this month:</p>
</td></tr>

<tr><td style="padding:24px 32px 8px;">
  <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
  <tr>
    <td width="44" valign="top" style="font-size:22px;font-weight:bold;color:#c2571a;">1</td>
    <td style="padding-bottom:22px;font-size:16px;line-height:1.6;"><strong>Open day</strong><br>Sunday 18 May, from ten. Watch a pot being thrown, and try it yourself. Entry is free.<br><a href="https://www.example.com/visit" style="color:#1f5f57;">Book a place</a></td>
  </tr>
  <tr>
    <td width="44" valign="top" style="font-size:22px;font-weight:bold;color:#c2571a;">2</td>
    <td style="padding-bottom:22px;font-size:16px;line-height:1.6;"><strong>Repairs with gold</strong><br>We take in chipped pieces again and return them after about six weeks.<br><a href="https://www.example.com/kintsugi" style="color:#1f5f57;">How it works</a></td>
  </tr>
  <tr>
    <td width="44" valign="top" style="font-size:22px;font-weight:bold;color:#c2571a;">3</td>
    <td style="padding-bottom:22px;font-size:16px;line-height:1.6;"><strong>Looking after stoneware</strong><br>How to wash it and how to store it, so that it lasts.<br><a href="https://www.example.com/care" style="color:#1f5f57;">Read the article</a></td>
  </tr>
  </table>
</td></tr>

<tr><td bgcolor="#f8f6f1" style="padding:26px 32px 30px;background-color:#f8f6f1;border-radius:0 0 12px 12px;font-size:14px;line-height:1.7;color:#4b524f;">
  <p style="margin:0 0 14px;">You receive this mail because you signed up for Sample News.<br>You can unsubscribe at any time, without logging in: <a href="{{unsubscribe_url}}" style="color:#1f5f57;font-weight:bold;">Unsubscribe</a></p>
  <p style="margin:0;">Sender: {{sender.name}}<br>Address: {{sender.address}}<br>Contact: {{sender.contact}}</p>
</td></tr>

</table>
</td></tr>
</table>
</body>
</html>
`,

  text: `SAMPLE NEWS, MAY
Something new for the breakfast table
=====================================

Hello {{name|there}},

thank you for reading.

Our ash-glazed series has grown: a plate the size of two slices of
toast, and a cup to go with it. Each one is finished by hand.

See the new pieces:
https://www.example.com/ash-glaze

Three things from the workshop this month:

1. Open day
Sunday 18 May, from ten. Watch a pot being thrown, and try it
yourself. Entry is free. Book a place:
https://www.example.com/visit

2. Repairs with gold
We take in chipped pieces again and return them after about six
weeks. How it works:
https://www.example.com/kintsugi

3. Looking after stoneware
How to wash it and how to store it, so that it lasts:
https://www.example.com/care

-------------------------------------
You receive this mail because you signed up for Sample News.

You can unsubscribe at any time, without logging in:
Unsubscribe: {{unsubscribe_url}}

Sender: {{sender.name}}
Address: {{sender.address}}
Contact: {{sender.contact}}
`,
} as const
