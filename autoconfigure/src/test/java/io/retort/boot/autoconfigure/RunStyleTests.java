package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.boot.autoconfigure.properties.UnitProperties;
import io.retort.boot.internal.CommandForm;
import io.retort.boot.internal.RunStyle;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.error.AdviceStyle.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

class RunStyleTests {

    private static final Path FILE = Path.of("src/test/resources/advice/styles.txt");

    private static final Advice ADVICE = Advice.of(
            "Merge them: `",
            Advice.command("merge", Advice.option("message", "...")),
            "`. Or name one: `",
            Advice.target("3f2a91c07b4e"),
            "`.\nOr ",
            Advice.command("upgrade", Advice.option("sql"), Advice.target("<from>:heads")),
            ", then ",
            Advice.command(
                    "revision",
                    Advice.quoted("message", "mvn migrate:upgrade sets retort.url"),
                    Advice.option("branch-label", "eu"),
                    Advice.option("empty")),
            ", or leave out ",
            Advice.option("rev-id"),
            ".\nFor one: ",
            Advice.command("upgrade", Advice.option("tenant", "other")),
            ". ",
            Advice.setting("table"),
            ", ",
            Advice.setting("placeholders.name", "<value>"),
            ", ",
            Advice.setting("ahead", "allow"),
            ".\nCheck ",
            Advice.dataSource(Login.URL, Login.USER, Login.PASSWORD),
            ", ",
            Advice.dataSource(Login.USER, Login.PASSWORD),
            ", ",
            Advice.dataSource(Login.URL),
            ".\nThe text: mvn migrate:upgrade -Dtarget=x, RETORT_COMMAND=\"upgrade\", retort.url, shop$eu, $1.");

    private static Map<String, AdviceStyle> styles() {
        UnitSettings billing = unit("billing", "billingSource");
        UnitSettings shop = unit("shop", null);
        Map<String, AdviceStyle> styles = new LinkedHashMap<>();
        styles.put("library", AdviceStyle.LIBRARY);
        for (CommandForm launch : CommandForm.values()) {
            for (String command : new String[] {"upgrade", "history", "revision", "merge"}) {
                styles.put(launch + " " + command, RunStyle.ofCommand(launch, command));
            }
            RunStyle upgrade = RunStyle.ofCommand(launch, "upgrade");
            styles.put(
                    launch + " only unit",
                    upgrade.in(
                            UnitSettings.ofTheOnlyUnit(new RetortProperties()).advised(), false));
            styles.put(launch + " one named unit", upgrade.in(billing.advised(), false));
            styles.put(launch + " unit", upgrade.in(billing.advised(), true));
            styles.put(launch + " tenant", upgrade.of("shop$eu"));
            styles.put(launch + " unit and tenant", upgrade.of("shop$eu").in(shop.advised(), true));
            styles.put(launch + " start", RunStyle.ofStart(launch, null));
            styles.put(launch + " start of a unit", RunStyle.ofStart(launch, shop.advised()));
        }
        return styles;
    }

    @Test
    void rendersAsWritten() throws IOException {
        String rendered = styles().entrySet().stream()
                .map(style -> "# " + style.getKey() + "\n" + ADVICE.in(style.getValue()) + "\n")
                .collect(Collectors.joining("\n"));
        if (System.getProperty("golden.write") != null) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, rendered);
        }

        assertThat(rendered).isEqualTo(Files.readString(FILE));
    }

    @Test
    void knowsTheSettingsOfAUnit() {
        Set<String> settings = Arrays.stream(BeanUtils.getPropertyDescriptors(UnitProperties.class))
                .map(property -> DataObjectPropertyName.toDashedForm(property.getName()))
                .filter(name -> !name.equals("class"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(settings).contains("tenants", "table");
        assertThat(UnitSettings.OWN).containsExactlyInAnyOrderElementsOf(settings);
    }

    @Test
    void quotesAValueWithAQuote() {
        Advice advice = Advice.command("revision", Advice.quoted("message", "drop the shop's table"));

        assertThat(advice.in(RunStyle.ofCommand(CommandForm.PACKAGED, "revision")))
                .isEqualTo("RETORT_COMMAND=\"revision --message=\\\"drop the shop's table\\\"\"");
    }

    @Test
    void quotesTenantsWithCharactersOfTheShell() {
        Advice advice = Advice.command("upgrade", Advice.option("tenant", "o'neil's \"$x\" \\ `y`"));

        assertThat(advice.in(RunStyle.ofCommand(CommandForm.MAVEN, "upgrade")))
                .isEqualTo("mvn migrate:upgrade -Dtenant='o'\\''neil'\\''s \"$x\" \\ `y`'");
        assertThat(advice.in(RunStyle.ofCommand(CommandForm.PACKAGED, "upgrade")))
                .isEqualTo("RETORT_COMMAND=\"upgrade"
                        + " --tenant=\\\"o'neil's \\\\\\\"\\$x\\\\\\\" \\\\\\\\ \\`y\\`\\\"\"");
    }

    @Test
    void namesTheDataSourceOfATenant() {
        Advice advice = Advice.of("Check ", Advice.dataSource(Login.URL, Login.USER, Login.PASSWORD), ".");

        assertThat(advice.in(RunStyle.ofCommand(CommandForm.MAVEN, "upgrade").withTenantDatabases(true)))
                .isEqualTo("Check the URL, user and password of the tenant's data source.");
    }

    @Test
    void anApplicationWithClassesInFoldersIsRunByGoals() {
        assertThat(CommandForm.of(application("io.retort.boot.autoconfigure.shop")))
                .isEqualTo(CommandForm.MAVEN);
        assertThat(CommandForm.of(application("org.junit.jupiter.api"))).isEqualTo(CommandForm.PACKAGED);
        assertThat(CommandForm.of(new DefaultListableBeanFactory())).isEqualTo(CommandForm.MAVEN);
        assertThat(CommandForm.ofCommand(RunStyleTests.class)).isEqualTo(CommandForm.MAVEN);
        assertThat(CommandForm.ofCommand(Test.class)).isEqualTo(CommandForm.PACKAGED);
        assertThat(CommandForm.ofCommand(null)).isEqualTo(CommandForm.MAVEN);
    }

    private static DefaultListableBeanFactory application(String packageName) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        AutoConfigurationPackages.register(beans, packageName);
        return beans;
    }

    private static UnitSettings unit(String name, String dataSource) {
        UnitProperties own = new UnitProperties();
        own.setDataSource(dataSource);
        return new UnitSettings(name, new RetortProperties(), own);
    }
}
