using FluentProfiles.Emulator.Controls;
using FluentProfiles.Emulator.Data;
using FluentProfiles.Emulator.Rendering;
using FluentProfiles.Emulator.Store;
using FluentProfiles.Emulator.Writes;

namespace FluentProfiles.Emulator.Protocol;

/// <summary>Answers requests, whichever front they came by.</summary>
internal sealed class RequestHandler(ProfileStore store, ControlsStore controls, string? apiKey, TimeProvider time)
{
    private readonly ControlsEndpoint controls = new(controls);
    private int answered;

    public EmulatorResponse Handle(EmulatorRequest request)
    {
        var requestId = NextRequestId();
        try
        {
            RequestChecks.ThrowIfTooLarge(request);
            RequestChecks.ThrowIfUnauthenticated(request, apiKey);
            RequestChecks.ThrowIfWrongVersion(request);
            RequestChecks.ThrowIfNoWorkspace(request);
            return Dispatch(new(request, RequestChecks.RevisionOf(request), requestId), Route.Of(request.PathAndQuery));
        }
        catch (ServiceError error)
        {
            return Answer.Of(error, requestId);
        }
    }

    private EmulatorResponse Dispatch(RequestContext context, Route route) =>
        (context.Request.Method, route) switch
        {
            ("GET", { Id: null }) => List(context, route.Query),
            ("POST", { Id: null }) => Create(context, route.Query),
            ("GET", { Id: { } id, Part: null }) => Get(context, id, route.Query),
            ("POST", { Id: { } id, Part: null }) => Update(context, id, route.Query),
            ("DELETE", { Id: { } id, Part: null }) => Delete(context, id, route.Query),
            (_, { Id: { } id, Part: ControlsEndpoint.Part }) => Controls(context, id, route.Query),
            ("POST", { Id: { } id, Part: { } part }) => CreateUrl(context, id, part, route.Query),
            (_, { Part: null }) => throw NotAllowed(),
            _ => throw ServiceError.NotFound("There is nothing at this address."),
        };

    private EmulatorResponse List(RequestContext context, QueryString query)
    {
        var list = ListParameters.Read(query, context.Revision);
        var page = store.List(list);
        var next = page.Last is { } last ? Cursor.Write(last, list) : null;
        return Answer.Of(
            200,
            context.RequestId,
            json => ProfileWriter.WritePage(json, page.Profiles, next, context.Revision)
        );
    }

    private EmulatorResponse Get(RequestContext context, string id, QueryString query)
    {
        query.ThrowIfUnknown();
        return Show(context, store.Find(id) ?? throw NoProfile(id), whole: true);
    }

    private EmulatorResponse Create(RequestContext context, QueryString query)
    {
        query.ThrowIfUnknown();
        var body = WriteBody.Read(context, Now(), isUpdate: false);
        return Show(context, store.Add(id => body.ToNew(id, Now())), whole: false);
    }

    private EmulatorResponse Update(RequestContext context, string id, QueryString query)
    {
        query.ThrowIfUnknown();
        if (store.Find(id) is null)
            throw NoProfile(id);
        var body = WriteBody.Read(context, Now(), isUpdate: true);
        return Show(context, store.Update(id, old => body.ApplyTo(old, Now())) ?? throw NoProfile(id), whole: false);
    }

    private EmulatorResponse Delete(RequestContext context, string id, QueryString query)
    {
        query.ThrowIfUnknown();
        if (!store.Delete(id))
            throw NoProfile(id);
        return Answer.Of(
            200,
            context.RequestId,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteString("type", "user_profile_deleted");
                json.WriteEndObject();
            }
        );
    }

    private EmulatorResponse CreateUrl(RequestContext context, string id, string part, QueryString query)
    {
        query.ThrowIfUnknown();
        var type = CustomerUrl.TypeOf(part, context);
        if (store.Find(id) is null)
            throw NoProfile(id);
        return CustomerUrl.Answer(context, type, Now());
    }

    private EmulatorResponse Controls(RequestContext context, string id, QueryString query)
    {
        ControlsEndpoint.ThrowIfHidden(context.Request);
        query.ThrowIfUnknown();
        var profile = store.Find(id) ?? throw NoProfile(id);
        return context.Request.Method switch
        {
            "GET" => controls.Get(context, profile, Now()),
            "POST" => controls.Update(context, profile, Now()),
            _ => throw NotAllowed(),
        };
    }

    // A create or an update answers like a list: only a get reports the tiers and the EFS program, the service says, and
    // a client that takes an update's answer for the whole profile should find that out here.
    private static EmulatorResponse Show(RequestContext context, UserProfile profile, bool whole) =>
        Answer.Of(200, context.RequestId, json => ProfileWriter.Write(json, profile, new(context.Revision, whole)));

    private static ServiceError NotAllowed() => new(405, "invalid_request_error", "Method not allowed.");

    private static ServiceError NoProfile(string id) => ServiceError.NotFound($"There is no user profile `{id}`.");

    private DateTimeOffset Now()
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private string NextRequestId()
    {
        Span<char> text = stackalloc char[Base58.Length];
        var number = (ulong)Interlocked.Increment(ref answered);
        Base58.Write(new UInt128(Dice.Mix(number), Dice.Mix(~number)), text);
        return string.Concat("req_01", text);
    }
}
