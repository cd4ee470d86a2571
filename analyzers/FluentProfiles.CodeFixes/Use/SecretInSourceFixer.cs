using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0304: reads the secret from the environment.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SecretInSourceFixer() : TextFixer([Descriptors.SecretInSource.Id], "Read it from the environment")
{
    private protected override IEnumerable<TextChange> ChangesFor(FixTarget target) =>
        from diagnostic in target.Diagnostics
        where diagnostic.Properties.ContainsKey(FixKeys.Text)
        select Change(target, diagnostic);

    private static TextChange Change(FixTarget target, Diagnostic diagnostic)
    {
        var span = diagnostic.Location.SourceSpan;
        var sees = target.Model.LookupNamespacesAndTypes(span.Start, name: "Environment").Length > 0;
        var type = sees ? "Environment" : "System.Environment";
        return new(span, $"{type}.GetEnvironmentVariable(\"{diagnostic.Properties[FixKeys.Text]}\")");
    }
}
