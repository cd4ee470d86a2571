using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0306: options that the constructor of the client certainly refuses.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RefusedOptionsAnalyzer() : QueryAnalyzer(Descriptors.RefusedOptions)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var client in reading.Clients)
        {
            var options = client.Arguments.FirstOrDefault(argument =>
                report.Library.IsClientOptions(argument.Parameter?.Type)
            );
            if (
                options is not null
                && new FinalSettings(report.Library, reading.Locals, reading.OptionsUses).At(options.Value)
                    is { } settings
            )
                Check(settings, reading.Values, report);
        }
    }

    private static void Check(IReadOnlyDictionary<string, OptionSetting> settings, Values values, Report report)
    {
        foreach (var setting in settings)
        {
            if (
                setting.Value is { Value: { } value, Property: var property }
                && RuleBrokenBy(setting.Key, property, value, settings, values, report) is { } rule
            )
                report.At(value.Syntax.GetLocation(), property.Name, rule);
        }
    }

    private static string? RuleBrokenBy(
        string name,
        IPropertySymbol property,
        IOperation value,
        IReadOnlyDictionary<string, OptionSetting> settings,
        Values values,
        Report report
    )
    {
        if (name == "BaseUrl")
            return AddressRules.TextOf(value, values) is { } address
                ? AddressRules.RuleBrokenBy(address, MayAllowHttp(settings, values))
                : null;
        return report.Library.Ranges.Find(property) is { } range ? RangeFault.Of(range, value, values)?.Rule : null;
    }

    private static bool MayAllowHttp(IReadOnlyDictionary<string, OptionSetting> settings, Values values) =>
        settings.TryGetValue("AllowInsecureHttp", out var setting)
        && !(values.TryConstant(setting.Value, out var flag) && flag is false);
}
