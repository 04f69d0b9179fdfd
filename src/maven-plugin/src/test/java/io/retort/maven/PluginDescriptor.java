package io.retort.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The goals and options that the plug-in has, as Maven reads them. */
final class PluginDescriptor {

    private PluginDescriptor() {}

    /** Every goal's options, {@code -D} left out, with their defaults; an option without one has the empty text. */
    static Map<String, Map<String, String>> goals(Path descriptor) throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(descriptor.toFile())
                .getDocumentElement();
        Map<String, Map<String, String>> goals = new TreeMap<>();
        for (Element mojo : elements(root, "mojo")) {
            goals.put(elements(mojo, "goal").get(0).getTextContent(), options(mojo));
        }
        return goals;
    }

    /** What a person can set stands in the configuration as {@code ${name}}. */
    private static Map<String, String> options(Element mojo) {
        Map<String, String> options = new TreeMap<>();
        for (Element configuration : elements(mojo, "configuration")) {
            for (Element option : elements(configuration, "*")) {
                String expression = option.getTextContent();
                if (expression.startsWith("${")) {
                    options.put(expression.substring(2, expression.length() - 1), option.getAttribute("default-value"));
                }
            }
        }
        return options;
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < found.getLength(); index++) {
            elements.add((Element) found.item(index));
        }
        return elements;
    }
}
