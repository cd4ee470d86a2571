using FluentProfiles.Http.Calls;

namespace FluentProfiles.ModelFacts;

/// <summary>Says which types an endpoint sends and returns.</summary>
internal static class Traffic
{
    private static readonly Dictionary<Endpoint, (Type? Body, Type Answer)> Types = new()
    {
        [Endpoint.List] = (null, typeof(ByHand.PageBody)),
        [Endpoint.Get] = (null, typeof(UserProfile)),
        [Endpoint.Create] = (typeof(NewProfile), typeof(UserProfile)),
        [Endpoint.Update] = (typeof(ProfileChanges), typeof(UserProfile)),
        [Endpoint.Delete] = (null, typeof(ByHand.DeletedBody)),
        [Endpoint.CreateActionUrl] = (typeof(ByHand.ActionUrlBody), typeof(CustomerUrl)),
        [Endpoint.CreateEnrollmentUrl] = (null, typeof(CustomerUrl)),
        [Endpoint.GetDataControls] = (null, typeof(DataControls)),
        [Endpoint.UpdateDataControls] = (typeof(ByHand.DataControlsBody), typeof(DataControls)),
    };

    public static EndpointFacts Of(Endpoint endpoint, TypeReader types)
    {
        var (body, answer) = Types.GetValueOrDefault(endpoint);
        return new(endpoint.Method.Method, endpoint.Route)
        {
            Betas = endpoint.Beta == default ? [] : [endpoint.Beta.ToString()],
            Query = endpoint == Endpoint.List ? ListQuery.AddTo(types) : null,
            Body = body is null ? null : types.NameOf(body),
            Answer = answer is null ? null : types.NameOf(answer),
        };
    }
}
