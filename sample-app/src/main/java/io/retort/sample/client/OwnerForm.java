package io.retort.sample.client;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Form for creating and editing an owner. */
record OwnerForm(
        @NotBlank @Size(max = 60) String firstName,
        @NotBlank @Size(max = 60) String lastName,
        @NotBlank @Email @Size(max = 160) String email,
        @NotBlank @Size(max = 120) String street,
        @NotBlank @Size(max = 12) String postalCode,
        @NotBlank @Size(max = 80) String city,

        @Pattern(regexp = PHONE, message = "digits, spaces and a leading + only")
        String mobilePhone,

        @Pattern(regexp = PHONE, message = "digits, spaces and a leading + only")
        String homePhone,

        boolean remindersWanted) {

    private static final String PHONE = "|\\+?[0-9 ]{5,29}";

    static OwnerForm empty() {
        return new OwnerForm("", "", "", "", "", "", "", "", true);
    }

    static OwnerForm of(Owner owner) {
        return new OwnerForm(
                owner.getFirstName(),
                owner.getLastName(),
                owner.getEmail(),
                owner.getAddress().street(),
                owner.getAddress().postalCode(),
                owner.getAddress().city(),
                owner.getPhones().getOrDefault(PhoneKind.MOBILE, ""),
                owner.getPhones().getOrDefault(PhoneKind.HOME, ""),
                owner.isRemindersWanted());
    }

    Owner toOwner() {
        return applyTo(new Owner(firstName, lastName, email, address()));
    }

    Owner applyTo(Owner owner) {
        owner.rename(firstName.strip(), lastName.strip());
        owner.setEmail(email.strip());
        owner.moveTo(address());
        owner.setPhone(PhoneKind.MOBILE, mobilePhone);
        owner.setPhone(PhoneKind.HOME, homePhone);
        owner.setRemindersWanted(remindersWanted);
        return owner;
    }

    private Address address() {
        return new Address(street.strip(), postalCode.strip(), city.strip());
    }
}
