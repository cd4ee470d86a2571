using FluentProfiles.Tests.Writing.Bulk;

namespace FluentProfiles.Tests.Writing.Sync;

/// <summary>Syncs of <see cref="Customer"/> rows by their reference, one write at a time.</summary>
internal static class SyncCalls
{
    /// <summary>Options of a sync that marks what it creates, and deletes any number of what it has marked.</summary>
    public static SyncOptions Owning =>
        new()
        {
            OwnershipKey = "sync",
            OwnershipValue = "crm",
            AllowDeletes = true,
            MaxDeletedShare = 1,
            Concurrency = 1,
        };

    public static Task<SyncPlan> PlanAsync(
        this TestService service,
        IEnumerable<Customer> rows,
        SyncOptions? options = null
    ) =>
        service.Client.PlanSyncAsync(
            rows,
            row => row.Reference,
            p => p.ExternalUserDetails.ReferenceId,
            Customer.Map,
            options ?? Owning
        );

    public static Task<SyncReport> SyncAsync(
        this TestService service,
        IEnumerable<Customer> rows,
        SyncOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        service.Client.SyncAsync(
            rows,
            row => row.Reference,
            p => p.ExternalUserDetails.ReferenceId,
            Customer.Map,
            options ?? Owning,
            cancellationToken
        );

    /// <summary>Creates, updates and deletes.</summary>
    public static (int, int, int) Steps(this SyncPlan plan) => (plan.Creates, plan.Updates, plan.Deletes);

    public static (long Created, long Updated, long Deleted, long Skipped, long Failed) Done(this SyncReport report)
    {
        Assert.Equal(0, report.Unfinished);
        return (report.Created, report.Updated, report.Deleted, report.Skipped, report.Failed);
    }

    /// <summary>The writes that arrived, in order: <c>POST</c>, <c>POST uprof_000001</c>, <c>DELETE uprof_000002</c>.</summary>
    public static IEnumerable<string> WriteLines(this TestService service) =>
        service
            .Writes()
            .Select(request =>
                $"{request.Method}{request.PathAndQuery["/v1/user_profiles".Length..].Replace('/', ' ')}"
            );
}
