using System.Reflection;
using FluentProfiles.Http.Calls;

namespace FluentProfiles.ModelFacts;

/// <summary>An endpoint with the types that it sends and returns; null for nothing, or where <see cref="Traffic"/> does not say.</summary>
internal sealed record EndpointFacts(string Method, string Route)
{
    /// <summary>The betas without which there is no such endpoint.</summary>
    public IReadOnlyList<string> Betas { get; init; } = [];

    public string? Query { get; init; }

    public string? Body { get; init; }

    public string? Answer { get; init; }

    public static IEnumerable<EndpointFacts> Read(TypeReader types) =>
        typeof(Endpoint)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => Traffic.Of((Endpoint)property.GetValue(null)!, types))
            .OrderBy(facts => (facts.Route, facts.Method));
}
