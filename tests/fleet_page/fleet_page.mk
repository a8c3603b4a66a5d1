# The page of sql/fleet_page.sql; says so where there is no browser (`make setup-fleet-page` brings one).
TEST_TARGETS += test-fleet-page

test-fleet-page: all
	@WMI=$(basename $(WMI)) SQLITE3='$(SQLITE3)' PRELOAD='$(PRELOAD)' tests/fleet_page/run.sh $(BUILD)/fleet_page

## setup-fleet-page: install what reads the page (Debian's chromium and pdftotext)
setup-fleet-page:
	@tests/setup.sh chromium poppler-utils

.PHONY: test-fleet-page setup-fleet-page
