package ferlive.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewTest {
  private static final Set<Command> SWITCHES =
      EnumSet.of(Command.ATTENTION, Command.MIRROR, Command.BLUR, Command.PAUSE, Command.HELP);

  @Test
  void after_goesRoundTheBars() {
    SharedView view = new SharedView(View.initial());

    assertThat(view.get().bars()).isEqualTo(Bars.ALL);
    assertThat(view.apply(Command.BARS).bars()).isEqualTo(Bars.NONE);
    assertThat(view.apply(Command.BARS).bars()).isEqualTo(Bars.TOP);
    assertThat(view.apply(Command.BARS)).isEqualTo(View.initial());
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void after_changesOneSwitchThereAndBackOrNothing(Command command) {
    View view = View.initial().withBlur();

    if (SWITCHES.contains(command)) {
      assertThat(view.after(command)).isNotEqualTo(view);
      assertThat(view.after(command).after(command)).isEqualTo(view);
    } else if (command != Command.BARS) {
      assertThat(view.after(command)).isEqualTo(view);
    }
  }

  @ParameterizedTest
  @EnumSource(Command.class)
  void of_findsEachCommandByItsKey(Command command) {
    assertThat(Command.of(command.key())).contains(command);
    assertThat(Command.of(Character.toUpperCase(command.key()))).contains(command);
  }

  @Test
  void of_knowsTheOtherKeysAndNoMore() {
    assertThat(Command.of(' ')).contains(Command.PAUSE);
    assertThat(Command.of('\u001b')).contains(Command.QUIT);
    assertThat(Command.of('z')).isEmpty();
  }
}
