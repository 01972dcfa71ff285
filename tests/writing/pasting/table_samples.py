"""Tables as programs put them on the clipboard; written here after their shapes."""

WORD = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>'
    "<style><!-- p.MsoNormal{margin:0in;font-size:11.0pt} table.MsoTableGrid{border:solid windowtext 1.0pt} --></style></head><body lang=EN-US><!--StartFragment-->"
    "<p class=MsoNormal>Our fees:<o:p></o:p></p>"
    "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt;mso-yfti-tbllook:1184;mso-padding-alt:0in 5.4pt 0in 5.4pt'>"
    "<tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>"
    "<td width=311 valign=top style='width:233.75pt;border:solid windowtext 1.0pt;padding:0in 5.4pt 0in 5.4pt'>"
    "<p class=MsoNormal><b>For whom</b><o:p></o:p></p></td>"
    "<td width=311 valign=top style='width:233.75pt;border-left:none'>"
    "<p class=MsoNormal><b>Fee</b><o:p></o:p></p></td></tr><tr style='mso-yfti-irow:1;mso-yfti-lastrow:yes'>"
    "<td width=311 valign=top><p class=MsoNormal>Couples<o:p></o:p></p>"
    "<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>75 minutes<o:p></o:p></p></td>"
    "<td width=311 valign=top><p class=MsoNormal>$210<o:p></o:p></p></td></tr></table>"
    "<p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>"
)
GOOGLE_DOCS = (
    '<meta charset=\'utf-8\'><b style="font-weight:normal;" id="docs-internal-guid-1">'
    '<div dir="ltr" style="margin-left:0pt;" align="left">'
    '<table style="border:none;border-collapse:collapse;"><colgroup><col width="300"/>'
    '<col width="300"/></colgroup><tbody><tr style="height:0pt"><td style="border:1px solid">'
    '<p dir="ltr" style="line-height:1.2;"><span style="font-size:11pt;font-family:Arial;font-weight:700;">Group</span></p></td>'
    '<td><p dir="ltr"><span style="font-weight:700">When</span></p></td></tr><tr style="height:0pt"><td>'
    '<p dir="ltr"><span>Grief</span></p></td><td><p dir="ltr"><span>Mondays</span></p><br/></td></tr></tbody>'
    "</table></div><br/></b>"
)
GOOGLE_SHEETS = (
    "<meta charset='utf-8'><google-sheets-html-origin>"
    '<style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style>'
    '<table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" cellpadding="0" dir="ltr" border="1" style="table-layout:fixed;font-size:10pt;font-family:Arial;width:0px;border-collapse:collapse;border:none" data-sheets-root="1">'
    '<colgroup><col width="100"/><col width="100"/><col width="100"/></colgroup><tbody>'
    '<tr style="height:21px;">'
    '<td style="overflow:hidden;padding:2px 3px 2px 3px;vertical-align:bottom;" data-sheets-value=\'{"1":2,"2":"Day"}\'>Day</td>'
    '<td style="overflow:hidden;">From</td>'
    '<td style="overflow:hidden;padding:2px 3px 2px 3px;vertical-align:bottom;"></td></tr><tr><td>Monday</td>'
    '<td style="text-align:right;">9:00</td><td></td></tr></tbody></table>'
)
EXCEL = (
    "<html><head>"
    '<style>.xl65{mso-number-format:General}td{color:black;font-size:11.0pt}</style></head><body link="#0563C1">'
    "<table border=0 cellpadding=0 cellspacing=0 width=128 style='border-collapse:collapse;width:96pt'><!--StartFragment-->"
    "<col width=64 span=2 style='width:48pt'><tr height=20 style='height:15.0pt'>"
    "<td height=20 width=64 style='height:15.0pt;width:48pt'>Name</td>"
    "<td width=64 style='width:48pt'>Fee</td></tr><tr height=20><td height=20 class=xl65 align=right>A</td>"
    "<td align=right>190</td></tr><!--EndFragment--></table></body></html>"
)
LIBRE_OFFICE = (
    '<table width="100%" cellpadding="4" cellspacing="0"><col width="128*"/><col width="128*"/><thead>'
    '<tr valign="top"><th width="50%" style="border: 1px solid"><p>For</p></th><th width="50%">'
    '<p>Fee</p></th></tr></thead><tbody><tr valign="top"><td><p>Couples</p></td><td>'
    "<p>$210<sup>1</sup></p></td></tr></tbody></table>"
)
OUTLOOK = (
    "<div class=WordSection1>"
    "<table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0 width=\"100%\" style='width:100.0%'><tr>"
    "<td style='padding:0in'><table class=MsoNormalTable border=0 width=600><tr><td style='padding:12pt'>"
    "<p class=MsoNormal>Hello team</p><p class=MsoNormal>The new fees are below, as agreed.</p></td></tr><tr>"
    "<td><table border=1><tr><td>Couples</td><td>$210</td></tr><tr><td>Groups</td><td>$60</td></tr>"
    "</table></td></tr><tr><td><table><tr><td width=20></td><td><p>Mara Ellison</p></td><td>"
    "<p>555 0100</p></td></tr></table></td></tr></table></td></tr></table></div>"
)
GMAIL = (
    '<div dir="ltr"><div>Hi,</div>'
    '<table border="0" cellpadding="0" cellspacing="0" width="100%" bgcolor="#f4f4f4"><tbody><tr>'
    '<td align="center"><table role="presentation" width="600"><tbody><tr><td><h1>News from us</h1></td></tr>'
    "<tr><td><p>A first paragraph with some words in it.</p></td><td>Side note</td></tr></tbody>"
    "</table></td></tr></tbody></table></div>"
)
SITE = (
    '<div class="table-responsive"><table class="table"><caption>Group schedule</caption><thead><tr>'
    '<th scope="col">Group</th><th scope="col">Day</th><th scope="col">Time</th></tr></thead><tbody><tr>'
    '<th scope="row">Grief</th><td>Mon</td><td>6 pm</td></tr><tr><th scope="row">Parents</th>'
    '<td colspan="2">by appointment</td></tr></tbody><tfoot><tr>'
    '<td colspan="3">All groups meet online.</td></tr></tfoot></table></div>'
)
WORD_ONLINE = (
    '<div class="OutlineElement Ltr SCXW1"><div class="TableContainer SCXW1">'
    '<table class="Table Ltr TableGrid SCXW1" border="1" data-tablestyle="MsoTableGrid" data-tablelook="1184">'
    '<tbody class="SCXW1"><tr class="TableRow SCXW1" role="row" aria-rowindex="1">'
    '<td class="FirstRow FirstCol SCXW1" role="rowheader" data-celllook="0">'
    '<div class="TableCellContent SCXW1"><div class="OutlineElement Ltr">'
    '<p class="Paragraph SCXW1"><span class="TextRun"><span class="NormalTextRun">For</span></span><span class="EOP SCXW1">&nbsp;</span></p></div></div></td>'
    '<td role="columnheader"><div class="TableCellContent">'
    '<p class="Paragraph"><span>Fee</span></p></div></td></tr><tr role="row"><td><p>Couples</p></td><td>'
    "<p>$210</p></td></tr></tbody></table></div></div>"
)
