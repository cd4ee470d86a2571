using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0304: a secret in the source.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretInSourceAnalyzer() : QueryAnalyzer(Descriptors.SecretInSource)
{
    private const string SecretPrefix = "sk-ant-";

    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var setting in reading.OptionsSettings)
        {
            var name = ((IPropertyReferenceOperation)setting.Target).Property.Name;
            var variable = name switch
            {
                "ApiKey" => "ANTHROPIC_API_KEY",
                "AuthToken" => "ANTHROPIC_AUTH_TOKEN",
                _ => null,
            };
            if (
                variable is not null
                && reading.Values.TextOf(setting.Value)?.StartsWith(SecretPrefix, StringComparison.Ordinal) == true
            )
                report.At(setting.Value.Syntax.GetLocation(), FixKeys.Of(FixKeys.Text, variable), null, name, variable);
        }
    }
}
