using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0304: a secret in the source.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretInSourceAnalyzer() : QueryAnalyzer(Descriptors.SecretInSource)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        var secrets = new Secrets(reading.Values);
        foreach (var setting in reading.OptionsSettings)
            Check((IPropertyReferenceOperation)setting.Target, setting.Value, secrets, report);
        foreach (var target in reading.Credentials)
        {
            if (Assigned.ValueOf(target) is { } value)
                Check(target, value, secrets, report);
        }
    }

    private static void Check(IPropertyReferenceOperation target, IOperation value, Secrets secrets, Report report)
    {
        var (name, variable) = target.Property.Name switch
        {
            "ApiKey" => ("ApiKey", "ANTHROPIC_API_KEY"),
            "AuthToken" => ("AuthToken", "ANTHROPIC_AUTH_TOKEN"),
            "TokenProvider" => ("TokenProvider", "ANTHROPIC_AUTH_TOKEN"),
            _ => default,
        };
        if (variable is null || secrets.In(value) is not { } secret)
            return;
        // A token provider gives a text that is not null.
        var canReplace = name != "TokenProvider";
        report.At(
            secret.Syntax.GetLocation(),
            canReplace ? FixKeys.Of(FixKeys.Text, variable) : null,
            null,
            name,
            variable
        );
    }
}
