"""What a clipboard holds, written in the shapes of the programs people copy from."""

WORD = """
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Sleep</title>
<style><!-- p.MsoNormal {margin:0in} @list l0:level1 {mso-level-text:\\F0B7;} --></style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings></o:OfficeDocumentSettings></xml><![endif]--></head>
<body lang=EN-US style='tab-interval:.5in'><!--StartFragment-->
<h1 style='margin-top:12pt'>Why sleep<o:p></o:p></h1>
<p class=MsoNormal style='line-height:115%'><span style='font-size:12.0pt;font-family:"Calibri",sans-serif'>Rest&nbsp;is <b
style='mso-bidi-font-weight:normal'>not</b> a <i>reward</i>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>Dim the lights<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>an hour before</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Leave the phone</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>First</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>Then</p>
<!--EndFragment--></body></html>
"""

GOOGLE_DOCS = """
<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-0"><h2 dir="ltr" style="line-height:1.38">
<span style="font-size:16pt;font-weight:400;font-style:normal">A heading</span></h2><p dir="ltr"><span
style="font-weight:400;font-style:normal;white-space:pre-wrap">Plain, </span><span style="font-weight:700">bold</span><span
style="font-weight:400;font-style:italic"> and slanted</span><span style="font-weight:400">.</span></p><br /><ul
style="margin-top:0"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400">One</span></p></li><ul><li
dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>Under one</span></p></li></ul><li dir="ltr"><p
role="presentation"><span>Two</span></p></li></ul><p dir="ltr"><a href="https://a.example/b"
style="text-decoration:none"><span style="color:#1155cc;font-weight:400">a link</span></a></p></b>
"""

SITE = """
<div class="sqs-block"><div class="sqs-html"><h1 style="white-space:pre-wrap">A title</h1><div>First line.<br><br>Second
<strong>line</strong>.</div><p class="" style="white-space:pre-wrap">Third&nbsp;line.</p><p><img src="https://cdn.example/a.jpg" alt="A lake"
onload="x()"></p><p>\u200b</p><div style="font-weight:bold">Fourth line.</div></div></div>
"""

PAGES = """
<html><head><style type="text/css">p.p1 {margin: 0px}</style></head><body><p class="p1">One.<span
class="Apple-converted-space">&nbsp; </span>Two.</p><p class="p2"><br></p><ul class="ul1"><li class="li1">a</li><li class="li1">b</li></ul></body></html>
"""
