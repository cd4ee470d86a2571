using System.Diagnostics.CodeAnalysis;

namespace FluentProfiles.Mirror.References.Flights;

/// <summary>A call that waits for a flight.</summary>
/// <param name="request">How it creates a profile.</param>
internal sealed class FlightCaller(CreateRequest request)
{
    // The caller's function may use what flows with its call, such as the HTTP context.
    private readonly ExecutionContext? context = ExecutionContext.Capture();

    private readonly TaskCompletionSource<ProfileReference> failed = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    private Exception? failure;

    public CreateRequest Request => request;

    /// <summary>Fails with the exception of the caller's function, when the flight goes on without the caller. Never ends
    /// otherwise.</summary>
    public Task<ProfileReference> Failed => failed.Task;

    /// <summary>Calls the caller's function as if the caller did.</summary>
    /// <param name="read">Reads what the function returns.</param>
    /// <param name="result">What was read.</param>
    /// <returns>False where the function has failed, or what it returns can't be used.</returns>
    public bool TryDescribe<T>(Func<NewProfile?, T> read, [NotNullWhen(true)] out T? result)
        where T : class
    {
        T? described = null;
        if (context is null)
            Run();
        else
            ExecutionContext.Run(context, static run => ((Action)run!)(), (Action)Run);
        return (result = described) is not null;

        void Run()
        {
            try
            {
                described = read(request.Create());
            }
            catch (Exception thrown)
            {
                failure = thrown;
            }
        }
    }

    /// <summary>Gives the caller the exception of its function.</summary>
    public void Fail()
    {
        failed.TrySetException(failure!);
        _ = failed.Task.Observed();
    }
}
