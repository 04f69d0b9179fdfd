package io.retort.sample.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.sample.ClinicTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ClinicTest
class OwnerPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private OwnerRepository owners;

    @Test
    void listShowsOwnersInAlphabeticalOrder() {
        owner("Okafor", "joseph@example.org");
        owner("Brandt", "hannah@example.org");

        assertThat(mvc.get().uri("/owners"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("Brandt", "hannah@example.org", "Okafor", "joseph@example.org");
    }

    @Test
    void searchFindsOwnersByTheFirstLettersOfTheirLastName() {
        owner("Okafor", "joseph@example.org");
        owner("Brandt", "hannah@example.org");

        assertThat(mvc.get().uri("/owners").param("letters", "bra"))
                .hasStatusOk()
                .bodyText()
                .contains("Brandt")
                .doesNotContain("Okafor");
    }

    @Test
    void newOwnerIsSavedWithAddressAndPhones() {
        assertThat(submit("/owners/new", "hannah@example.org", "+44 7700 900121"))
                .hasStatus3xxRedirection();

        Owner saved = owners.findByEmailIgnoreCase("hannah@example.org").orElseThrow();
        assertThat(saved.getFullName()).isEqualTo("Hannah Brandt");
        assertThat(saved.getAddress()).isEqualTo(new Address("14 Mill Road", "CB1 2AD", "Cambridge"));
        assertThat(saved.getPhones()).containsOnlyKeys(PhoneKind.MOBILE).containsValue("+44 7700 900121");
        assertThat(saved.isRemindersWanted()).as("an unticked box").isFalse();
        assertThat(saved.getCreatedAt()).isNotNull();
    }

    @Test
    void editedOwnerKeepsItsIdAndForgetsAnEmptiedPhone() {
        Owner owner = owner("Brand", "hannah@example.org");
        owner.setPhone(PhoneKind.MOBILE, "07700 900121");

        assertThat(submit("/owners/" + owner.getId() + "/edit", "h.brandt@example.org", ""))
                .hasRedirectedUrl("/owners/" + owner.getId());

        Owner changed = owners.findWithPhonesById(owner.getId()).orElseThrow();
        assertThat(changed.getLastName()).isEqualTo("Brandt");
        assertThat(changed.getEmail()).isEqualTo("h.brandt@example.org");
        assertThat(changed.getPhones()).isEmpty();
    }

    @Test
    void wrongInputIsExplainedBesideItsFieldAndKept() {
        assertThat(submit("/owners/new", "no address", "call me"))
                .hasStatusOk()
                .bodyText()
                .contains("must be a well-formed email address", "digits, spaces and a leading + only")
                .contains("value=\"no address\"", "value=\"call me\"");
        assertThat(owners.count()).isZero();
    }

    @Test
    void emailOfAnotherOwnerIsRefusedByName() {
        owner("Okafor", "shared@example.org");

        assertThat(submit("/owners/new", "Shared@example.org", ""))
                .hasStatusOk()
                .bodyText()
                .contains("already used by Hannah Okafor");
        assertThat(owners.count()).isOne();
    }

    @Test
    void unknownOwnerIsNotFound() {
        assertThat(mvc.get().uri("/owners/4711")).hasStatus(404);
    }

    private MvcTestResult submit(String uri, String email, String mobilePhone) {
        return mvc.post()
                .uri(uri)
                .param("firstName", "Hannah")
                .param("lastName", "Brandt")
                .param("email", email)
                .param("street", "14 Mill Road")
                .param("postalCode", "CB1 2AD")
                .param("city", "Cambridge")
                .param("mobilePhone", mobilePhone)
                .param("homePhone", "")
                .param("_remindersWanted", "on")
                .exchange();
    }

    private Owner owner(String lastName, String email) {
        return owners.saveAndFlush(
                new Owner("Hannah", lastName, email, new Address("14 Mill Road", "CB1 2AD", "Cambridge")));
    }
}
