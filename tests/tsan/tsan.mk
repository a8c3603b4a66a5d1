# Threads under ThreadSanitizer: see tests/tsan/tsan.c. It is no part of `make test`.

TSAN = build/tsan/tests/tsan/tsan

$(BUILD)/tests/tsan/tsan: $(BUILD)/core/tests/tsan/tsan.o $(CORE_OBJS)
	@mkdir -p $(@D)
	$(SAY) "  LD $@"
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBCSV) -lsqlite3 -lpthread

## tsan: threads on handles of their own, on one and on a shared cache, under ThreadSanitizer; SECONDS=20
tsan:
	@$(MAKE) --no-print-directory BUILD=build/tsan CFLAGS='-O1 -g -fsanitize=thread' $(TSAN)
	@TSAN_OPTIONS=halt_on_error=1 $(TSAN) $(if $(filter command environment,$(origin SECONDS)),$(SECONDS),20)

.PHONY: tsan
