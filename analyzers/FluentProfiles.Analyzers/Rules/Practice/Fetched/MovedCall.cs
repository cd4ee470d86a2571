using Microsoft.CodeAnalysis.Text;

namespace FluentProfiles.Analyzers;

/// <summary>A call on a fetched list that can be one on the query.</summary>
/// <param name="name">The name of the method.</param>
/// <param name="text">The call as the query has it, without its receiver; for a call that ends the query only its
/// arguments.</param>
/// <param name="removal">What it leaves behind in the source.</param>
/// <param name="place">Where it is reported.</param>
internal sealed class MovedCall(string name, string text, TextSpan removal, Location place)
{
    public string Name => name;

    public string Text => text;

    public TextSpan Removal => removal;

    public Location Place => place;
}
