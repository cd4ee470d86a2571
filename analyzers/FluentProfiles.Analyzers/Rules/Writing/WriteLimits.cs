using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Holds constants against the limits that the model's attributes state.</summary>
/// <param name="values">The values of the body.</param>
/// <param name="report">Takes what is found.</param>
/// <param name="isCertain">False for values that other code may change before they are written.</param>
internal sealed class WriteLimits(Values values, Report report, bool isCertain = true)
{
    public void CheckText(FieldFacts field, IOperation value)
    {
        if (values.TextOf(Given(value)) is not { } text)
            return;
        if (field.Property.Name == "Country")
            CheckCountry(text, value);
        else if (field.MaxLength > 0)
            CheckLength(field.Property.Name, text, field.MinLength, field.MaxLength, value);
    }

    /// <param name="map">The field that holds the pairs.</param>
    /// <param name="key">The pair's key.</param>
    /// <param name="value">Its value, or null where it is removed.</param>
    public void CheckPair(FieldFacts? map, IOperation key, IOperation? value)
    {
        if (map is null)
            return;
        if (values.TextOf(key) is { } name)
            CheckLength($"A key of {map.Property.Name}", name, map.MinLength, map.MaxKeyLength, key);
        if (value is not null && values.TextOf(Given(value)) is { } text)
            CheckLength($"A value of {map.Property.Name}", text, map.MinLength, map.MaxLength, value);
    }

    public void CheckCount(FieldFacts map, IReadOnlyList<IOperation> pairs)
    {
        if (pairs.Count > map.MaxPairs)
            ReportAt(
                pairs[map.MaxPairs].Syntax.GetLocation(),
                map.Property.Name,
                $"has {pairs.Count} pairs, and at most {map.MaxPairs} are allowed"
            );
    }

    /// <summary>The value before a conversion of the library's own, such as that of a text to a change.</summary>
    public IOperation Given(IOperation value) =>
        Values.Unwrapped(value) is IConversionOperation { OperatorMethod: { } method, Operand: var operand }
        && report.Library.IsOfLibrary(method)
            ? operand
            : value;

    /// <summary>The pairs or members that a value is made with; null where the source does not show them all.</summary>
    public IObjectOrCollectionInitializerOperation? InitializerOf(IOperation value)
    {
        var given = Values.Unwrapped(Given(value));
        return (values.BehindUnaltered(given) ?? given) is not IObjectCreationOperation made ? null
            : made is { Initializer: { } initializer } ? initializer
            : made is { Type.Name: "ProfileMap", Arguments: [{ Value: var pairs }] } ? InitializerOf(pairs)
            : null;
    }

    // In the words of the library, which refuses it when it runs.
    private void CheckCountry(string text, IOperation value)
    {
        if (text.Length != 2 || !text.All(letter => letter is >= 'A' and <= 'Z'))
            ReportAt(
                value.Syntax.GetLocation(),
                "Country",
                "must be two capital letters, an ISO 3166-1 code such as DE"
            );
    }

    private void CheckLength(string member, string text, int least, int most, IOperation value)
    {
        var length = Characters.CountIn(text);
        if (length < least || length > most)
            ReportAt(value.Syntax.GetLocation(), member, $"has {length} characters, and {least} to {most} are allowed");
    }

    private void ReportAt(Location location, params object[] arguments)
    {
        if (isCertain)
            report.At(location, arguments);
        else
            report.AtUncertain(location, arguments);
    }
}
