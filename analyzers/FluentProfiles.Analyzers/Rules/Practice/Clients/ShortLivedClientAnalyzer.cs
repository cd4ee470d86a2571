using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0505: a client made in a loop or a request handler, and a query that outlives its client.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShortLivedClientAnalyzer() : QueryAnalyzer(Descriptors.ShortLivedClient)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var creation in reading.Clients)
        {
            var use = new ClientUse(creation);
            if (use.StaysHere() && RepeatedCreation.ReasonFor(creation, reading, report.Owner) is { } reason)
                report.At(
                    creation.Syntax.GetLocation(),
                    $"A new client for each {reason} opens new connections and shares no limits; create one client and reuse it"
                );
            foreach (var place in new Outliving(creation, use, report.Library).Places())
                report.At(
                    place.Syntax.GetLocation(),
                    $"'{use.Local!.Name}' is disposed before this has run; await it here, or let the caller create the client"
                );
        }
    }
}
