// @vitest-environment happy-dom
/** What is pasted is clean: from Word its headings, lists and tables, from anywhere nothing that runs or shines. */
import { DOMParser as Reader } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { cleanPaste } from '../../extension/views/writing/paste'
import { createSchema } from '../../extension/views/writing/schema'

/** As Word for Windows puts it on the clipboard, with its conditional comments, namespaces and list markers. */
const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/els/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:Wingdings;} p.MsoNormal {margin:0cm;font-size:11.0pt;}
@list l0:level1 {mso-level-number-format:bullet;mso-level-text:\\F0B7;} --></style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:"Standaardtabel";}</style><![endif]--></head>
<body lang=NL-BE style='tab-interval:35.4pt;word-wrap:break-word'><!--StartFragment-->
<h2><span lang=NL-BE>Wachttijden aan de balie<o:p></o:p></span></h2>
<p class=MsoNormal><span lang=NL-BE>Op <b style='mso-bidi-font-weight:normal'>maandag</b> wachten mensen
<span style='font-style:italic'>te lang</span>, zie <a href="https://zandrode.example/cijfers">de cijfers</a>
en <a href="file:///P:/nota.docx">de nota</a>.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=NL-BE style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=NL-BE>Meer loketten<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><!--[endif]-->op maandag<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>Eerst meten</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse;border:none'><tr style='mso-yfti-irow:0'>
<td width=302 valign=top style='width:226.55pt'><p class=MsoNormal>Dienst<o:p></o:p></p></td>
<td width=302 valign=top><p class=MsoNormal>Burgerzaken<o:p></o:p></p></td></tr></table>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>`

const schema = createSchema([])
const read = (html: string) => {
  const place = document.createElement('div')
  place.innerHTML = cleanPaste(html)
  return Reader.fromSchema(schema).parse(place)
}

test('a piece of a Word document becomes headings, lists, a table and words', () => {
  const lines: string[] = []
  read(WORD).descendants((node) => {
    if (node.type.name === 'paragraph')
      lines.push([node.attrs.kind, node.attrs.indent, node.textContent.replace(/\s+/g, ' ').trim()].join('|'))
    return true
  })
  expect(lines.filter((each) => each !== '||')).toEqual([
    'heading||Wachttijden aan de balie',
    '||Op maandag wachten mensen te lang, zie de cijfers en de nota.',
    'bullet||Meer loketten',
    'bullet|1|op maandag',
    'number||Eerst meten',
    '||Dienst',
    '||Burgerzaken',
  ])
})

test('bold, italic and safe links of Word stay; its styles, names and local files do not', () => {
  const html = cleanPaste(WORD)
  expect(html).not.toMatch(/mso|style|class=|Wingdings|lang=|xmlns|<o:|width/i)
  const marks = new Map<string, string>()
  read(WORD).descendants((node) => {
    for (const { type, attrs } of node.marks) marks.set(type.name, `${node.text} ${attrs.href ?? ''}`.trim())
    return true
  })
  expect(Object.fromEntries(marks)).toEqual({
    bold: 'maandag',
    italic: 'te lang',
    link: 'de cijfers https://zandrode.example/cijfers',
  })
})

test.each([
  '<script>hit()</script>',
  '<img src=x onerror=hit()>',
  '<svg/onload=hit()>',
  '<p onclick="hit()">x</p>',
  "<p onclick='hit()' style='background:url(javascript:hit())'>x</p>",
  '<a href="javascript:hit()">x</a>',
  '<a href=" java&#10;script:hit()">x</a>',
  '<iframe srcdoc="<script>hit()</script>"></iframe>',
  '<math><mtext><img src=x onerror=hit()></mtext></math>',
  '<style>@import "https://boef.example"</style>',
  '<form action="javascript:hit()"><input autofocus onfocus=hit()></form>',
  '<base href="https://boef.example/">',
  '<p title="> <img src=x onerror=hit()>">x</p>',
  '<!--><img src=x onerror=hit()>-->',
])('nothing of %s is left to run', (html) => {
  const place = document.createElement('div')
  place.innerHTML = cleanPaste(`<p>voor</p>${html}<p>na</p>`)
  for (const element of place.querySelectorAll('*')) {
    expect(element.getAttributeNames().filter((name) => name.startsWith('on') || name === 'style')).toEqual(
      [],
    )
    expect(['SCRIPT', 'STYLE', 'IFRAME', 'IMG', 'FORM', 'INPUT', 'BASE', 'SVG']).not.toContain(
      element.nodeName.toUpperCase(),
    )
  }
  const made = read(html)
  made.descendants(({ marks }) => {
    expect(marks.filter(({ type }) => type.name === 'link')).toEqual([])
    return true
  })
})

test('what is copied from a text of ours comes back as it was', () => {
  const html =
    '<p data-kind="task" data-indent="1" data-done="true">Bellen</p><p>met <span data-mention="member:p05">@Els</span></p>'
  const made = read(html)
  expect(made.firstChild?.attrs).toMatchObject({ kind: 'task', indent: 1, done: true })
  expect(made.lastChild?.lastChild?.attrs).toEqual({ about: 'member:p05', label: 'Els' })
})
