"""How a table comes onto the page: as a file, or pasted."""

from playwright.sync_api import FilePayload, Page


def bring(page: Page, name: str, content: bytes) -> None:
    page.locator("#gallery").get_by_role("button", name="Your data").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a file").click()
    chooser.value.set_files(FilePayload(name=name, mimeType="text/csv", buffer=content))


def paste(page: Page, text: str) -> None:
    page.evaluate(
        """text => {
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', text);
            const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
            document.body.dispatchEvent(paste);
        }""",
        text,
    )
