using FluentProfiles.Http;

namespace FluentProfiles.ModelFacts;

/// <summary>Says which types of the model an endpoint sends and returns.</summary>
internal static class Traffic
{
    public static EndpointFacts Add(TypeReader types, Endpoint endpoint)
    {
        EndpointFacts facts = new(endpoint.Method.Method, endpoint.Route);
        if (endpoint == Endpoint.List)
            return facts with { Query = ListQuery.AddTo(types), Answer = types.NameOf(typeof(ByHand.PageBody)) };
        if (endpoint == Endpoint.Get)
            return facts with { Answer = types.NameOf(typeof(UserProfile)) };
        if (endpoint == Endpoint.Create)
            return Write(typeof(NewProfile));
        if (endpoint == Endpoint.Update)
            return Write(typeof(ProfileChanges));
        if (endpoint == Endpoint.Delete)
            return facts with { Answer = types.NameOf(typeof(ByHand.DeletedBody)) };
        if (endpoint == Endpoint.CreateActionUrl)
            return Url() with { Body = types.NameOf(typeof(ByHand.ActionUrlBody)) };
        if (endpoint == Endpoint.CreateEnrollmentUrl)
            return Url();
        return facts;

        EndpointFacts Write(Type type) =>
            facts with
            {
                Body = types.NameOfWritten(type),
                Answer = types.NameOf(typeof(UserProfile)),
            };

        EndpointFacts Url() => facts with { Answer = types.NameOf(typeof(CustomerUrl)) };
    }
}
