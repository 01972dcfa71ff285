"""What programs put on the clipboard for words that are not part of the text; each holds SECRET."""

MARKED = [
    # Comments
    ('<a id="_anchor_1" class="msocomanchor" href="file:///C:/clip.htm#_msocom_1">SECRET</a>', "comment-mark"),
    ('<span class="MsoCommentReference">SECRET</span>', "comment-mark"),
    ('<a class=msocomanchor>SECRET</a>', "comment-mark"),
    ("<span style='mso-special-character:comment'>SECRET</span>", "comment-mark"),
    ('<div style="MSO-Element: comment-list"><p>SECRET</p></div>', "comment"),
    ('<div id="x__com_12" class="x_msocomtxt"><p>SECRET</p><p>SECRET</p></div>', "comment"),
    ('<p class="MsoCommentText">SECRET</p>', "comment"),
    ('<p class="x_MsoCommentSubject"><b>SECRET</b></p>', "comment"),
    ('<ol class="comment-list"><li>SECRET</li></ol>', "comment"),
    ('<div class="comment"><p>SECRET</p></div>', "comment"),
    ('<aside class="annotation">SECRET</aside>', "comment"),
    ("<comment>SECRET</comment>", "comment"),
    ("<office:annotation><dc:creator>SECRET</dc:creator><text:p>SECRET</text:p></office:annotation>", "comment"),
    # What a reviewer took out
    ("<del>SECRET</del>", "tracked"),
    ('<del cite="mailto:June" datetime="2026-11-01T10:00"><b>SECRET</b></del>', "tracked"),
    ('<span class="msoDel"><del>SECRET</del></span>', "tracked"),
    ('<span class="msoMoveFrom">SECRET</span>', "tracked"),
    ('<s datetime="2026-11-01">SECRET</s>', "tracked"),
    ('<s class="tracked-deletion">SECRET</s>', "tracked"),
    ('<span class="TrackChangeTextDeletionMarker TrackedChange"><span>SECRET</span></span>', "tracked"),
    ('<span class="suggestion-delete">SECRET</span>', "tracked"),
    ('<span data-suggestion="delete">SECRET</span>', "tracked"),
    ('<span data-track-change="Deletion">SECRET</span>', "tracked"),
    ("<div class=deleted><p>SECRET</p></div>", "tracked"),
    ("<w:del><w:r><w:delText>SECRET</w:delText></w:r></w:del>", "tracked"),
    # Hidden
    ("<span style='display:none;mso-hide:all'>SECRET</span>", "hidden"),
    ("<p style='DISPLAY : None !important'>SECRET</p>", "hidden"),
    ("<span style='mso-hide:all'>SECRET <b>SECRET</b></span>", "hidden"),
    ('<span style="visibility: hidden">SECRET</span>', "hidden"),
    ("<div hidden>SECRET</div>", "hidden"),
    ('<div hidden="until-found"><p>SECRET</p></div>', "hidden"),
    ('<span aria-hidden="true">SECRET</span>', "hidden"),
    ('<a href="https://x.example/" aria-label="Close"><i aria-hidden="true">SECRET</i></a>', "hidden"),
    ('<i aria-hidden="true"></i><span class="sr-only">SECRET</span>', "hidden"),
    ('<span style="font-size:0">SECRET</span>', "hidden"),
    ('<span aria-hidden="true" hidden>SECRET</span>', "hidden"),
    ('<h2 aria-label="x"><b aria-hidden="true" style="display:none">SECRET</b></h2>', "hidden"),
    ('<span style="font-size:0px"><b style="font-size:2em">SECRET</b></span>', "hidden"),
    ('<span class="ck-suggestion-marker ck-suggestion-marker-deletion">SECRET</span>', "tracked"),
    ('<span class="fr-tracking-deleted">SECRET</span>', "tracked"),
    ('<span class="tox-revisionhistory__diff--removed">SECRET</span>', "tracked"),
    ('<span class="sr-only">SECRET</span>', "hidden"),
    ('<div style="opacity:0">SECRET</div>', "hidden"),
    ("<style><!-- p.Notes, li.Notes {mso-style-name:Notes; display:none; mso-hide:all;} --></style><p class=Notes>SECRET</p>", "hidden"),
    # Page headers, fields, heads of mails, signatures
    ("<div style='mso-element:header' id=h1><p class=MsoHeader>SECRET</p></div>", "margin"),
    ("<div style='mso-element:first-footer'><p>SECRET</p></div>", "margin"),
    ("<p class=MsoFooter>SECRET <span class=MsoPageNumber>3</span></p>", "margin"),
    ('<div title="footer"><p>SECRET</p></div>', "margin"),
    ("<w:instrText>SECRET</w:instrText>", "field"),
    ('<div id="divRplyFwdMsg"><b>From:</b> SECRET</div>', "mail-head"),
    ('<div dir="ltr" class="gmail_attr">On Monday SECRET wrote:</div>', "mail-head"),
    ('<div class="x_gmail_signature"><p>SECRET</p></div>', "signature"),
]  # fmt: skip

WORD_WITH_A_COMMENT = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>
<p class=MsoNormal>Rest is not a <a style='mso-comment-reference:JA_1;mso-comment-date:20261101T1000'>
reward</a><span class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]>
<a class=msocomanchor id="_anchor_1" onmouseover="msoCommentShow('_anchor_1','_com_1')"
 href="#_msocom_1" language=JavaScript name="_msoanchor_1">[JA1]</a><![endif]>
<span style='mso-special-character:comment'>&nbsp;</span></span></span>.<o:p></o:p></p>
<p class=MsoNormal>It is rest.</p>
<div style='mso-element:comment-list'><![if !supportAnnotations]>
<hr class=msocomoff align=left size=1 width="33%"><![endif]>
<div style='mso-element:comment'><![if !supportAnnotations]>
<div id="_com_1" class=msocomtxt language=JavaScript><![endif]>
<span style='mso-comment-author:"June Aldecott"'><![if !supportAnnotations]><a name="_msocom_1"></a>
<![endif]></span>
<p class=MsoCommentText><span class=MsoCommentReference><span style='font-size:8.0pt'>
<span style='mso-special-character:comment'>&nbsp;<![if !supportAnnotations]>
<a href="#_msoanchor_1" class=msocomoff>[JA1]</a><![endif]></span></span></span>Is this about M.?</p>
<p class=MsoCommentText>Take out.</p>
<![if !supportAnnotations]></div><![endif]></div></div></body></html>"""
