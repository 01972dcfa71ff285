"""The inquiry form, filled in as people do."""


def fill(page):
    page.get_by_label("What may we call you?").fill("Rowan")
    page.get_by_label("Email", exact=True).first.check()
    page.locator("#id_email").fill("rowan@home.example")
    page.get_by_label("Which state will").select_option(label="Oregon")
    page.get_by_label("26 to 64").check()
    page.get_by_label("You may use what I wrote").check()


def send(page):
    page.get_by_role("button", name="Send to").click()
