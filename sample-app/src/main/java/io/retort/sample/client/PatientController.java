package io.retort.sample.client;

import jakarta.validation.Valid;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Web pages for patients. */
@Controller
class PatientController {

    private final OwnerRepository owners;
    private final PatientRepository patients;

    PatientController(OwnerRepository owners, PatientRepository patients) {
        this.owners = owners;
        this.patients = patients;
    }

    @ModelAttribute("allSpecies")
    Species[] allSpecies() {
        return Species.values();
    }

    @GetMapping("/patients")
    String list(@RequestParam(defaultValue = "") String letters, Model model) {
        model.addAttribute("letters", letters);
        model.addAttribute("patients", patients.search(letters.strip()));
        return "client/patient-list";
    }

    @GetMapping("/owners/{ownerId}/patients/new")
    String blank(@PathVariable Long ownerId, Model model) {
        model.addAttribute("owner", findOwner(ownerId));
        model.addAttribute("form", PatientForm.empty());
        return "client/patient-form";
    }

    @PostMapping("/owners/{ownerId}/patients/new")
    String create(
            @PathVariable Long ownerId,
            @Valid @ModelAttribute("form") PatientForm form,
            BindingResult errors,
            Model model) {
        Owner owner = findOwner(ownerId);
        rejectTwins(form, owner, null, errors);
        if (errors.hasErrors()) {
            model.addAttribute("owner", owner);
            return "client/patient-form";
        }
        return pageOf(patients.save(form.applyTo(new Patient(owner, form.name(), form.species()))));
    }

    @GetMapping("/patients/{id}/edit")
    String edit(@PathVariable Long id, Model model) {
        Patient patient = find(id);
        model.addAttribute("owner", patient.getOwner());
        model.addAttribute("form", PatientForm.of(patient));
        return "client/patient-form";
    }

    @PostMapping("/patients/{id}/edit")
    String change(
            @PathVariable Long id, @Valid @ModelAttribute("form") PatientForm form, BindingResult errors, Model model) {
        Patient patient = find(id);
        rejectTwins(form, patient.getOwner(), id, errors);
        if (errors.hasErrors()) {
            model.addAttribute("owner", patient.getOwner());
            return "client/patient-form";
        }
        return pageOf(patients.save(form.applyTo(patient)));
    }

    private void rejectTwins(PatientForm form, Owner owner, @Nullable Long id, BindingResult errors) {
        if (errors.hasErrors()) {
            return;
        }
        otherThan(id, patients.findByOwnerAndNameIgnoreCase(owner, form.name().strip()))
                .ifPresent(twin ->
                        errors.rejectValue("name", "taken", owner.getFirstName() + " already has a " + twin.getName()));
        otherThan(id, patients.findByMicrochip(form.microchip()))
                .ifPresent(twin -> errors.rejectValue("microchip", "taken", "already worn by " + twin.getName()));
    }

    private static Optional<Patient> otherThan(@Nullable Long id, Optional<Patient> found) {
        return found.filter(patient -> !Objects.equals(patient.getId(), id));
    }

    private Owner findOwner(Long id) {
        return owners.findById(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No owner " + id));
    }

    private Patient find(Long id) {
        return patients.findWithOwnerById(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No patient " + id));
    }

    private static String pageOf(Patient patient) {
        return "redirect:/patients/" + patient.getId();
    }
}
