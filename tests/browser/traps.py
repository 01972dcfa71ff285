"""Notices whatever runs on a page that should only show text, and whatever could run later."""

# Before any script of the page: what payloads call to show that they ran.
TRAP = """
window.ran = []
for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    window[name] = (...given) => { window.ran.push(`${name}(${given})`) }
}
"""

# Afterwards: wake up handlers that wait for a person, and look for what a click would start.
POKE = """() => {
    const seen = [...window.ran]
    const is_ours = (address) => ["/static/", "/admin/jsi18n/"].some((path) => address.startsWith(location.origin + path))
    const runs = /^[\\u0000-\\u0020]*(javascript|vbscript|data|livescript|mocha):/i
    const wakers = ["mouseover", "mouseenter", "mousemove", "pointerenter", "focus", "focusin", "blur",
        "load", "error", "toggle", "animationstart", "transitionend", "wheel", "copy", "keydown", "input"]
    for (const element of document.querySelectorAll("*")) {
        const where = element.outerHTML.slice(0, 160)
        for (const { name, value } of element.attributes) {
            if (name.startsWith("on") || name === "srcdoc") seen.push(`${name} in ${where}`)
            if (["href", "src", "action", "formaction", "xlink:href", "data", "background"].includes(name)
                && runs.test(value.replace(/[\\t\\n\\r]/g, ""))) seen.push(`${name} in ${where}`)
        }
        const tag = element.localName
        if (["iframe", "object", "embed", "applet", "base", "style", "frameset", "math"].includes(tag)
            || (tag === "script" && !is_ours(element.src) && !/json/.test(element.type))
            || (tag === "meta" && element.httpEquiv)) seen.push(where)
        if (element.closest("header, nav, footer")) continue
        for (const name of wakers) element.dispatchEvent(new Event(name))
    }
    return [...new Set([...seen, ...window.ran])]
}"""


def set_traps(page):
    page.add_init_script(TRAP)
    page.on("dialog", answer)
    return page


def answer(dialog):
    """No to whatever is asked, but for a form that would rather not be left."""
    if dialog.type == "beforeunload":
        dialog.accept()
    else:
        dialog.dismiss()


def faults_of(page):
    faults = page.evaluate(POKE)
    assert isinstance(faults, list), "The traps themselves did not work."
    return faults
