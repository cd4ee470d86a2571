using FluentProfiles.Emulator;
using FluentProfiles.Emulator.Protocol;

namespace FluentProfiles.Testing;

/// <summary>A request that <see cref="InMemoryProfiles"/> received: a single call, or a request of a query or of a bulk
/// write. Immutable.</summary>
/// <param name="Kind">The kind of the request.</param>
/// <param name="ProfileId">The id of the profile; null for a list and for a create.</param>
/// <param name="PathAndQuery">The path and query, as the service would receive them:
/// <c>/v1/user_profiles?limit=50</c>.</param>
/// <param name="Body">The JSON body; empty for a request without one.</param>
public sealed record InMemoryCall(InMemoryCallKind Kind, string? ProfileId, string PathAndQuery, string Body)
{
    /// <summary>Gets a value that indicates whether the request writes: it creates, updates or deletes a profile, or
    /// updates data controls.</summary>
    public bool IsWrite =>
        Kind
            is InMemoryCallKind.Create
                or InMemoryCallKind.Update
                or InMemoryCallKind.Delete
                or InMemoryCallKind.UpdateDataControls;

    internal static InMemoryCall Of(EmulatorRequest request)
    {
        var route = Route.Of(request.PathAndQuery);
        return new(KindOf(request.Method, route), route.Id, request.PathAndQuery, request.Body);
    }

    private static InMemoryCallKind KindOf(string method, Route route) =>
        (method, route) switch
        {
            ("GET", { Id: null }) => InMemoryCallKind.List,
            ("POST", { Id: null }) => InMemoryCallKind.Create,
            ("GET", { Part: null }) => InMemoryCallKind.Get,
            ("POST", { Part: null }) => InMemoryCallKind.Update,
            ("DELETE", _) => InMemoryCallKind.Delete,
            (_, { Part: "enrollment_url" }) => InMemoryCallKind.CreateEnrollmentUrl,
            (_, { Part: "action_urls" }) => InMemoryCallKind.CreateActionUrl,
            ("GET", _) => InMemoryCallKind.GetDataControls,
            _ => InMemoryCallKind.UpdateDataControls,
        };
}
